/* What pages do without asking the server. Every part works on attributes, so that ajax may replace any markup. */
(function () {
  'use strict';

  const YEAR = 31536000;
  const live = (text) => {
    const region = document.getElementById('live');
    if (region && text) {
      region.textContent = text;
    }
  };
  const remember = (name, value) => {
    const secure = location.protocol === 'https:' ? ';secure' : '';
    document.cookie = `guanxi-${name}=${value};path=/;max-age=${YEAR};samesite=lax${secure}`;
  };

  /* ---- theme and rail ---- */
  // In a long menu the page at hand may stand below the fold.
  document.querySelector('.gx-rail__list [aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
  document.addEventListener('click', (event) => {
    const theme = event.target.closest('[data-theme-choice]');
    if (theme) {
      remember('theme', theme.dataset.themeChoice);
      window.gxTheme(theme.dataset.themeChoice);
      document.querySelectorAll('[data-theme-choice]').forEach((b) => b.setAttribute('aria-pressed', String(b === theme)));
    }
    if (event.target.closest('[data-fold]')) {
      const folded = document.documentElement.dataset.rail === 'folded' ? '' : 'folded';
      remember('rail', folded);
      window.gxRail(folded);
    }
  });

  /* ---- on paper ---- */
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) {
      window.print();
    }
  });
  let theme = null;
  window.addEventListener('beforeprint', () => {
    theme = document.documentElement.getAttribute('data-theme');
    document.documentElement.setAttribute('data-theme', 'light');
  });
  window.addEventListener('afterprint', () => {
    document.documentElement.setAttribute('data-theme', theme ?? 'light');
  });

  /* ---- a company that is read-only: what would change something is out of reach, and the server refuses it anyway ---- */
  if (document.documentElement.dataset.frozen === 'true') {
    document.querySelectorAll('#main form[method="post"]:not([data-anyway])').forEach((form) => {
      form.querySelectorAll('button, input:not([type="hidden"]), select, textarea').forEach((control) => {
        control.disabled = true;
      });
    });
  }

  /* ---- keys ---- */
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById('find').focus();
    }
  });

  /* ---- menus open under their button, inside the window ---- */
  document.addEventListener('toggle', (event) => {
    const menu = event.target;
    if (!menu.matches || !menu.matches('[popover]') || event.newState !== 'open') {
      return;
    }
    const opener = document.querySelector(`[popovertarget="${menu.id}"]`);
    const box = opener.getBoundingClientRect();
    const left = Math.min(box.left, innerWidth - menu.offsetWidth - 8);
    menu.style.top = `${Math.min(box.bottom + 4, Math.max(8, innerHeight - menu.offsetHeight - 8))}px`;
    menu.style.left = `${Math.max(8, left)}px`;
  }, true);

  /* ---- dialogs ---- */
  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-dialog]');
    if (opener) {
      document.getElementById(opener.dataset.dialog).showModal();
    }
    if (event.target.closest('[data-close]')) {
      event.target.closest('dialog').close();
    }
  });

  /* ---- a thin bar says within a moment that something is under way ---- */
  const busy = document.createElement('div');
  busy.className = 'gx-busy';
  busy.hidden = true;
  document.body.appendChild(busy);
  let working = 0;
  const begin = () => {
    working += 1;
    busy.hidden = false;
  };
  const end = () => {
    working = Math.max(0, working - 1);
    busy.hidden = working === 0;
  };
  window.addEventListener('pageshow', () => {
    working = 0;
    busy.hidden = true;
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    const plain = link && !event.defaultPrevented && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (plain && link.origin === location.origin && !link.hasAttribute('download') && !link.target
        && !link.getAttribute('href').startsWith('#') && !link.hasAttribute('data-more')) {
      begin();
    }
  });
  document.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) {
      begin();
    }
  });
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxSend', begin).on('pfAjaxComplete', () => {
      end();
      refresh();
    }).on('pfAjaxError', () => live(document.body.dataset.failed));
  }

  /* ---- network ---- */
  const offline = () => {
    const bar = document.getElementById('offline');
    if (bar) {
      bar.hidden = navigator.onLine;
    }
  };
  window.addEventListener('online', offline);
  window.addEventListener('offline', offline);
  offline();

  /* ---- toasts leave after eight seconds, but not while somebody points at them ---- */
  const leave = (toast) => {
    let timer = 0;
    const arm = () => {
      timer = setTimeout(() => toast.remove(), 8000);
    };
    const stay = () => clearTimeout(timer);
    toast.addEventListener('mouseenter', stay);
    toast.addEventListener('focusin', stay);
    toast.addEventListener('mouseleave', arm);
    toast.addEventListener('focusout', arm);
    arm();
  };
  document.querySelectorAll('[data-toast]').forEach(leave);
  document.addEventListener('click', (event) => {
    const close = event.target.closest('[data-dismiss]');
    if (close) {
      if (close.dataset.heard) {
        // The latest few: older ones are over.
        const heard = document.cookie.match(/(?:^|; )guanxi-heard=([^;]*)/);
        remember('heard', [...(heard ? heard[1].split('.') : []), close.dataset.heard].slice(-20).join('.'));
      }
      close.closest('[data-toast], [data-dismissable]').remove();
    }
  });

  /* ---- "load more" puts the next part under the last one; without script it is a link to the next page ---- */
  const loadMore = async (link) => {
    if (link.getAttribute('aria-busy') === 'true') {
      return;
    }
    link.setAttribute('aria-busy', 'true');
    begin();
    try {
      const address = new URL(link.href);
      address.searchParams.set('fragment', '1');
      const answer = await fetch(address, { headers: { 'X-Requested-With': 'fetch' }, redirect: 'error' });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const target = document.querySelector(link.dataset.more);
      const grown = part.querySelector(link.dataset.more);
      const first = grown.firstElementChild;
      target.append(...grown.children);
      const next = part.querySelector('[data-more]');
      const foot = link.closest('[data-foot]');
      const nextFoot = part.querySelector('[data-foot]');
      const total = nextFoot.querySelector('[data-total]');
      if (total && !total.textContent) {
        total.textContent = foot.querySelector('[data-total]').textContent;
      }
      const focused = document.activeElement === link;
      foot.replaceWith(nextFoot);
      live(document.querySelector('[data-foot]')?.dataset.said);
      if (focused && first) {
        (next ? document.querySelector('[data-more]') : first.querySelector('a, input') || first).focus();
      }
      watch();
      selection();
    } catch (error) {
      location.assign(link.href);
    } finally {
      end();
    }
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-more]');
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      loadMore(link);
    }
  });
  const near = new IntersectionObserver((seen) => {
    seen.filter((s) => s.isIntersecting).forEach((s) => {
      near.unobserve(s.target);
      loadMore(s.target);
    });
  }, { rootMargin: '600px' });
  function watch() {
    document.querySelectorAll('a[data-more][data-endless]').forEach((link) => near.observe(link));
  }
  watch();

  /* ---- selecting rows ---- */
  const boxes = () => [...document.querySelectorAll('input[data-row]')];
  function selection() {
    const bar = document.querySelector('[data-bulk]');
    if (!bar) {
      return;
    }
    const all = boxes();
    const chosen = all.filter((b) => b.checked);
    all.forEach((b) => b.closest('tr').classList.toggle('is-selected', b.checked));
    const head = document.querySelector('input[data-rows]');
    if (head) {
      head.checked = chosen.length > 0 && chosen.length === all.length;
      head.indeterminate = chosen.length > 0 && chosen.length < all.length;
    }
    bar.hidden = chosen.length === 0;
    bar.querySelector('[data-chosen]').textContent = bar.dataset.said.replace('#', chosen.length);
    bar.querySelector('input[data-ids]').value = chosen.map((b) => b.value).join(' ');
  }
  document.addEventListener('change', (event) => {
    if (event.target.matches('input[data-rows]')) {
      boxes().forEach((b) => {
        b.checked = event.target.checked;
      });
    }
    if (event.target.matches('input[data-row], input[data-rows]')) {
      selection();
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-unselect]')) {
      boxes().forEach((b) => {
        b.checked = false;
      });
      selection();
    }
  });
  document.addEventListener('gx-rows', selection);
  selection();

  /* ---- forms: unsaved changes warn ---- */
  let dirty = false;
  document.addEventListener('input', (event) => {
    if (event.target.closest('form[data-guard], [data-guard] form')) {
      dirty = true;
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (dirty) {
      event.preventDefault();
    }
  });
  window.gxSaved = () => {
    dirty = false;
  };
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-saves]')) {
      dirty = false;
    }
  });

  /* ---- the library's button for files hides the field in it from keyboard and speech: the field is the control ---- */
  document.querySelectorAll('.ui-fileupload-choose').forEach((button) => {
    const field = button.querySelector('input[type=file]');
    if (field) {
      ['tabindex', 'role', 'aria-labelledby'].forEach((name) => button.removeAttribute(name));
      ['tabindex', 'aria-hidden'].forEach((name) => field.removeAttribute(name));
      field.setAttribute('aria-label', button.textContent.trim());
    }
  });

  /* ---- its buttons with a picture alone call themselves "ui-button": they are their field's ---- */
  function name() {
    document.querySelectorAll('.ui-button-text').forEach((text) => {
      if (text.textContent === 'ui-button') {
        const label = text.closest('.gx-field, .gx-cell, fieldset, form')?.querySelector('label, legend');
        text.textContent = label ? label.textContent.trim() : '';
      }
    });
  }

  /* ---- its tokens say they are options of a list box, in which nothing but options may be: they are items of a list ---- */
  function tokens() {
    document.querySelectorAll('.ui-autocomplete-multiple-container[role]').forEach((list) => {
      ['role', 'aria-orientation', 'tabindex'].forEach((attribute) => list.removeAttribute(attribute));
      const label = list.closest('.gx-field')?.querySelector('label');
      list.setAttribute('aria-label', label ? label.textContent.trim() : '');
    });
    document.querySelectorAll('.ui-autocomplete-token[role]').forEach((token) => {
      ['role', 'aria-selected', 'aria-label', 'tabindex'].forEach((attribute) => token.removeAttribute(attribute));
    });
  }
  new MutationObserver(tokens).observe(document.body, { childList: true, subtree: true });
  tokens();
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
  name();

  /* ---- after ajax: what came new ---- */
  function refresh() {
    const wrong = document.querySelector('[data-summary]:not([data-told])');
    if (wrong) {
      wrong.dataset.told = '';
      wrong.focus();
      dirty = true;
    }
    /* Inputs that components draw have no attributes for their error. */
    document.querySelectorAll('.gx-field input[id$="_input"]').forEach((input) => {
      const error = input.closest('.gx-field').querySelector('.gx-err');
      input.setAttribute('aria-invalid', Boolean(error));
      if (error) {
        input.setAttribute('aria-describedby', error.parentElement.id);
      }
    });
    selection();
  }
  refresh();
})();
