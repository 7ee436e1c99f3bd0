/* Saves what is inside #picture as a PNG: boxes, texts and bands are painted where the page shows them. */
(() => {
  'use strict';

  const SCALE = 2;
  const EDGE = 24;

  const shown = (style) => style.display !== 'none' && style.visibility !== 'hidden';

  function box(pen, element, style, rect) {
    const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, rect.height / 2);
    pen.beginPath();
    pen.roundRect(rect.left, rect.top, rect.width, rect.height, radius);
    pen.fillStyle = style.backgroundColor;
    pen.fill();
    const bar = element.classList.contains('gx-cls') && /^(\S+\(.*?\)|\S+) (\d+)px/.exec(style.boxShadow);
    if (bar) {
      pen.save();
      pen.clip();
      pen.fillStyle = bar[1];
      pen.fillRect(rect.left, rect.top, Number(bar[2]), rect.height);
      pen.restore();
    }
    const [top, bottom] = [parseFloat(style.borderTopWidth), parseFloat(style.borderBottomWidth)];
    if (top > 0) {
      pen.strokeStyle = style.borderTopColor;
      pen.lineWidth = top;
      pen.stroke();
    } else if (bottom > 0) {
      pen.fillStyle = style.borderBottomColor;
      pen.fillRect(rect.left, rect.bottom - bottom, rect.width, bottom);
    }
  }

  function words(pen, text, x, y, style) {
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.fillStyle = style.color;
    pen.textBaseline = 'middle';
    pen.fillText(text, x, y);
  }

  /* A text node line by line: each run of letters at the same height. */
  function lines(pen, node, style) {
    const range = document.createRange();
    let line = null;
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rect = range.getBoundingClientRect();
      if (rect.width === 0) {
        continue;
      }
      if (line && Math.abs(line.y - (rect.top + rect.height / 2)) < 2) {
        line.text += node.data[i];
      } else {
        if (line) {
          words(pen, line.text, line.x, line.y, style);
        }
        line = { text: node.data[i], x: rect.left, y: rect.top + rect.height / 2 };
      }
    }
    if (line) {
      words(pen, line.text, line.x, line.y, style);
    }
  }

  function bands(pen, svg, rect) {
    const view = svg.viewBox.baseVal;
    svg.querySelectorAll(':scope > path').forEach((path) => {
      const style = getComputedStyle(path);
      pen.save();
      pen.translate(rect.left, rect.top);
      pen.scale(rect.width / view.width, rect.height / view.height);
      pen.globalAlpha = path.classList.contains('back') ? 0.35 : Number(style.opacity);
      pen.fillStyle = path.classList.contains('back') ? style.getPropertyValue('--gx-c2') : style.fill;
      pen.fill(new Path2D(path.getAttribute('d')));
      pen.restore();
    });
  }

  function paint(pen, element) {
    const style = getComputedStyle(element);
    const rect = element.getBoundingClientRect();
    if (!shown(style) || element.matches('.gx-noprint, .gx-vh, details') || rect.width < 2) {
      return;
    }
    if (element instanceof SVGSVGElement) {
      bands(pen, element, rect);
      return;
    }
    pen.save();
    box(pen, element, style, rect);
    if (style.overflowX === 'hidden') {
      pen.beginPath();
      pen.rect(rect.left, rect.top, rect.width, rect.height);
      pen.clip();
    }
    const icon = getComputedStyle(element, '::before');
    if (element.classList.contains('pi')) {
      words(pen, icon.content.slice(1, -1), rect.left, rect.top + rect.height / 2, icon);
    }
    element.childNodes.forEach((child) => {
      if (child.nodeType === Node.TEXT_NODE) {
        lines(pen, child, style);
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        paint(pen, child);
      }
    });
    pen.restore();
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-picture]');
    if (!button) {
      return;
    }
    const picture = document.getElementById('picture');
    const rect = picture.getBoundingClientRect();
    const canvas = document.createElement('canvas');
    canvas.width = (rect.width + 2 * EDGE) * SCALE;
    canvas.height = (rect.height + 2 * EDGE) * SCALE;
    const pen = canvas.getContext('2d');
    pen.scale(SCALE, SCALE);
    pen.fillStyle = getComputedStyle(picture.parentElement).backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.translate(EDGE - rect.left, EDGE - rect.top);
    paint(pen, picture);
    canvas.toBlob((blob) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = button.dataset.picture;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    }, 'image/png');
  });
})();
