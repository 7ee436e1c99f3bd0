/* The editor of layouts. What is arranged lives in the page itself and is sent as JSON when the form is. */
(() => {
  const root = document.querySelector('[data-layout]');
  if (!root) {
    return;
  }
  const { layout, fields, sections, related } = JSON.parse(root.dataset.layout);
  const words = root.dataset;
  const find = (name) => root.querySelector(`[data-${name}]`);
  const unused = find('unused');
  const header = find('header');
  const headerAdd = find('header-add');
  const besides = find('related');
  const live = document.querySelector('[data-live]');
  const fill = (text, value) => text.replace('{0}', value);

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  function button(icon, label, action) {
    const made = element('button', '');
    made.type = 'button';
    made.title = label;
    made.setAttribute('aria-label', label);
    made.append(element('i', `pi ${icon}`));
    made.firstChild.setAttribute('aria-hidden', 'true');
    made.addEventListener('click', action);
    return made;
  }

  function changed(label) {
    root.dispatchEvent(new Event('input', { bubbles: true }));
    live.textContent = label ? fill(words.moved, label) : '';
  }

  /* ---- items: a field in a section or in none, a field of the header, a list ---- */
  function item(kind, name, label) {
    const made = element('li', 'lay-item');
    made.draggable = true;
    made.dataset[kind] = name;
    made.dataset.kind = kind;
    made.append(element('i', 'pi pi-bars'), element('span', 'lay-item__name', label));
    made.firstChild.setAttribute('aria-hidden', 'true');
    made.append(
      button('pi-angle-up', fill(words.up, label), (event) => move(made, -1, label, event.currentTarget)),
      button('pi-angle-down', fill(words.down, label), (event) => move(made, 1, label, event.currentTarget)),
    );
    return made;
  }

  function field(name) {
    const known = fields[name] || { label: name, required: false };
    const made = item('field', name, known.label);
    const text = made.querySelector('.lay-item__name');
    if (known.required) {
      const star = element('span', 'gx-req', ' *');
      star.title = words.required;
      text.append(star);
    } else {
      const hide = button('pi-eye-slash', fill(words.hide, known.label), () => {
        const shown = made.parentElement !== unused;
        (shown ? unused : lists()[0]).append(made);
        named(hide, shown, known.label);
        changed(known.label);
        hide.focus();
      });
      made.append(hide);
      made.named = () => named(hide, made.parentElement === unused, known.label);
    }
    return made;
  }

  function named(toggle, hidden, label) {
    const text = fill(hidden ? words.show : words.hide, label);
    toggle.title = text;
    toggle.setAttribute('aria-label', text);
    toggle.firstChild.className = `pi ${hidden ? 'pi-eye' : 'pi-eye-slash'}`;
  }

  function figure(name) {
    const label = (fields[name] || { label: name }).label;
    const made = item('figure', name, label);
    made.append(button('pi-times', fill(words.hide, label), () => {
      made.remove();
      offer();
      changed(label);
      headerAdd.focus();
    }));
    return made;
  }

  function list(name, shown) {
    const made = item('list', name, related[name]);
    made.classList.toggle('is-off', !shown);
    const toggle = button('pi-eye-slash', '', () => {
      made.classList.toggle('is-off');
      named(toggle, made.classList.contains('is-off'), related[name]);
      changed(related[name]);
    });
    named(toggle, !shown, related[name]);
    made.append(toggle);
    return made;
  }

  const lists = () => [...root.querySelectorAll('[data-place]')];

  /* One step; past the end of a section into the next one. */
  function move(moved, step, label, pressed) {
    const sibling = step < 0 ? moved.previousElementSibling : moved.nextElementSibling;
    if (sibling) {
      step < 0 ? sibling.before(moved) : sibling.after(moved);
    } else if (moved.dataset.kind === 'field' && moved.parentElement !== unused) {
      const places = lists();
      const next = places[places.indexOf(moved.parentElement) + step];
      if (next) {
        step < 0 ? next.append(moved) : next.prepend(moved);
      }
    }
    pressed.focus();
    changed(label);
  }

  /* ---- sections ---- */
  function section(data) {
    const made = element('section', 'gx-card lay-section');
    made.dataset.name = data.name || '';
    const head = element('div', 'gx-card__head lay-section__head');
    const shipped = sections[data.name] || '';
    [['en', words.titleEn], ['zh-CN', words.titleZh]].forEach(([language, label]) => {
      const input = element('input', 'gx-input');
      input.maxLength = 80;
      input.value = data.labels[language] || '';
      input.placeholder = shipped || label;
      input.dataset.language = language;
      input.setAttribute('aria-label', label);
      head.append(input);
    });
    const place = element('ul', 'lay-list');
    place.dataset.place = '';
    place.dataset.none = words.empty;
    const columns = element('label', 'gx-check');
    const two = element('input', '');
    two.type = 'checkbox';
    two.dataset.two = '';
    two.checked = data.columns !== 1;
    two.addEventListener('change', () => place.classList.toggle('lay-list--two', two.checked));
    columns.append(two, element('span', '', words.columns));
    head.append(columns, button('pi-angle-up', fill(words.up, shipped), () => shift(made, -1)));
    head.append(button('pi-angle-down', fill(words.down, shipped), () => shift(made, 1)));
    head.append(button('pi-trash', words.remove, () => {
      unused.append(...place.children);
      refresh();
      made.remove();
      changed('');
    }));
    head.querySelectorAll('button').forEach((each) => each.classList.add('gx-btn', 'gx-btn--ghost', 'gx-btn--icon', 'gx-btn--s'));
    place.classList.toggle('lay-list--two', two.checked);
    place.append(...data.fields.map(field));
    const body = element('div', 'gx-card__body');
    body.append(place);
    made.append(head, body);
    find('sections').append(made);
    return made;
  }

  function shift(moved, step) {
    const sibling = step < 0 ? moved.previousElementSibling : moved.nextElementSibling;
    if (sibling) {
      step < 0 ? sibling.before(moved) : sibling.after(moved);
      changed('');
    }
  }

  const refresh = () => root.querySelectorAll('[data-kind=field]').forEach((each) => each.named && each.named());

  function offer() {
    const there = new Set([...header.children].map((each) => each.dataset.figure));
    headerAdd.replaceChildren(headerAdd.options[0], ...Object.entries(fields)
      .filter(([name]) => !there.has(name))
      .map(([name, known]) => new Option(known.label, name)));
    headerAdd.value = '';
    headerAdd.disabled = there.size >= 6;
  }

  /* ---- dragging ---- */
  let dragged = null;
  const takes = (target) => {
    const into = target.closest('.lay-list');
    if (!dragged || !into) {
      return null;
    }
    const kind = dragged.dataset.kind;
    const fits = kind === 'list' ? into === besides : into === header ? true : into !== besides && kind === 'field';
    const forced = into === unused && (fields[dragged.dataset.field] || {}).required;
    return fits && !forced ? into : null;
  };
  const unmark = () => root.querySelectorAll('.is-before').forEach((each) => each.classList.remove('is-before'));
  root.addEventListener('dragstart', (event) => {
    dragged = event.target.closest('.lay-item');
    if (dragged) {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      dragged.classList.add('is-dragged');
    }
  });
  root.addEventListener('dragover', (event) => {
    unmark();
    if (takes(event.target)) {
      event.preventDefault();
      const over = event.target.closest('.lay-item');
      over && over !== dragged && over.classList.add('is-before');
    }
  });
  root.addEventListener('drop', (event) => {
    const into = takes(event.target);
    if (into) {
      event.preventDefault();
      const over = event.target.closest('.lay-item');
      let moved = dragged;
      if (into === header && dragged.dataset.kind === 'field') {
        const there = [...header.children].find((each) => each.dataset.figure === dragged.dataset.field);
        moved = there || (header.children.length < 6 ? figure(dragged.dataset.field) : null);
      }
      if (moved && moved !== over) {
        over ? over.before(moved) : into.append(moved);
        offer();
        refresh();
        changed(moved.querySelector('.lay-item__name').textContent);
      }
    }
  });
  root.addEventListener('dragend', () => {
    unmark();
    dragged && dragged.classList.remove('is-dragged');
    dragged = null;
  });

  headerAdd.addEventListener('change', () => {
    header.append(figure(headerAdd.value));
    offer();
    changed('');
  });
  find('section-add').addEventListener('click', () => {
    section({ name: null, labels: {}, columns: 2, fields: [] }).querySelector('input').focus();
    changed('');
  });

  /* ---- there and back ---- */
  layout.sections.forEach(section);
  header.append(...layout.keyFigures.map(figure));
  const placed = new Set(layout.sections.flatMap((each) => each.fields));
  unused.append(...Object.keys(fields).filter((name) => !placed.has(name)).map(field));
  const rest = Object.keys(related).filter((name) => !layout.related.includes(name));
  besides.append(...layout.related.filter((name) => related[name]).map((name) => list(name, true)), ...rest.map((name) => list(name, false)));
  offer();
  refresh();

  root.closest('form').addEventListener('submit', () => {
    const names = (place, kind) => [...place.children].map((each) => each.dataset[kind]);
    document.getElementById('content').value = JSON.stringify({
      sections: [...root.querySelectorAll('.lay-section')].map((each) => {
        const labels = {};
        each.querySelectorAll('[data-language]').forEach((input) => {
          if (input.value.trim()) {
            labels[input.dataset.language] = input.value.trim();
          }
        });
        const made = { labels, columns: each.querySelector('[data-two]').checked ? 2 : 1, fields: names(each.querySelector('[data-place]'), 'field') };
        return each.dataset.name ? { name: each.dataset.name, ...made } : made;
      }),
      keyFigures: names(header, 'figure'),
      related: names(besides, 'list').filter((name, i) => !besides.children[i].classList.contains('is-off')),
      hidden: names(unused, 'field').filter((name) => fields[name].home),
    });
  });
})();
