/* Proposals while somebody types, at the top of the page and in the palette of commands; all of it by keyboard. */
(function () {
  'use strict';

  const PAUSE = 120;
  /* Commands of a kind beside what was typed. */
  const MOST = 6;
  const HAN = /\p{Script=Han}/u;
  /* The code of keys that an input method takes, also where the browser ends the composition before the key. */
  const COMPOSING = 229;
  const fold = (text) => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().trim();

  /* ---- commands are what the page offers anyway: its links, and everything that says what it does ---- */
  function commands(form) {
    // What stands in a template belongs to a document without an address.
    const settings = document.getElementById('palette-pages').content.querySelectorAll('a');
    const pages = [...document.querySelectorAll('.gx-rail a.gx-rail__item'), ...settings].map((link) => ({
      label: link.textContent.trim(), icon: link.querySelector('.pi').className,
      href: new URL(link.getAttribute('href'), document.baseURI).href,
    }));
    const actions = [...document.querySelectorAll('[data-command]')].map((item) => ({
      label: item.dataset.command, icon: item.querySelector('.pi:not(.pi-check)')?.className || 'pi pi-bolt', element: item,
      href: item.href || '',
    }));
    const imports = [...document.querySelectorAll('[data-import]')].map((item) => ({
      label: item.dataset.import, icon: 'pi pi-upload', href: item.href.replace(/new$/, 'import'),
    }));
    return [[form.dataset.pages, pages], [form.dataset.actions, [...actions, ...imports]]];
  }

  function option(command, id) {
    const item = document.createElement(command.href ? 'a' : 'div');
    item.className = 'gx-menu__item';
    item.id = id;
    item.tabIndex = -1;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    const icon = document.createElement('i');
    icon.className = command.icon;
    icon.setAttribute('aria-hidden', 'true');
    const label = document.createElement('span');
    label.textContent = command.label;
    item.append(icon, label);
    if (command.href) {
      item.href = command.href;
    } else {
      item.addEventListener('click', () => {
        command.element.click();
        document.getElementById('palette').close();
      });
    }
    return item;
  }

  function groupsOfCommands(form, text, name) {
    const words = fold(text).split(/\s+/).filter(Boolean);
    const matches = (command) => {
      const where = fold(`${command.label} ${command.href ? new URL(command.href).pathname : ''}`).split(/[^\p{L}\p{N}]+/u);
      return words.every((word) => where.some((one) => (HAN.test(word) ? one.includes(word) : one.startsWith(word))));
    };
    return commands(form).map(([label, all], group) => {
      const found = all.filter(matches).slice(0, words.length ? MOST : all.length);
      const box = document.createElement('div');
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', label);
      const heading = document.createElement('p');
      heading.className = 'gx-menu__h';
      heading.setAttribute('aria-hidden', 'true');
      heading.textContent = label;
      box.append(heading, ...found.map((command) => option(command, `${name}-${group}-${fold(command.label).replace(/\s+/g, '-')}`)));
      return found.length ? box : null;
    }).filter(Boolean);
  }

  /* ---- a box with its list ---- */
  function finder(form) {
    const input = form.querySelector('input');
    const list = form.querySelector('[role=listbox]');
    const inPalette = form.hasAttribute('data-commands');
    let timer = 0;
    let asked = null;
    let shown = null;
    let records = null;

    const options = () => [...list.querySelectorAll('[role=option]:not([hidden])')];
    const active = () => list.querySelector('[aria-selected=true]');
    const select = (item) => {
      active()?.setAttribute('aria-selected', 'false');
      if (item) {
        item.setAttribute('aria-selected', 'true');
        input.setAttribute('aria-activedescendant', item.id);
        item.scrollIntoView({ block: 'nearest' });
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    };
    const open = (yes) => {
      if (!inPalette) {
        list.hidden = !yes;
      }
      input.setAttribute('aria-expanded', String(yes));
      if (!yes) {
        select(null);
      }
    };
    /* Nothing that was asked may be shown any more. */
    const forget = () => {
      clearTimeout(timer);
      asked?.abort();
      asked = null;
    };
    /* Of what was looked at before anything was typed, only what has the words stays while the answer is awaited. */
    const narrow = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      records.querySelectorAll('[role=group]').forEach((group) => {
        const hits = [...group.querySelectorAll('[role=option]')];
        hits.forEach((hit) => {
          hit.hidden = !words.every((word) => fold(hit.textContent).includes(word));
        });
        group.hidden = hits.every((hit) => hit.hidden);
      });
    };
    const draw = () => {
      const before = active()?.id;
      const groups = inPalette ? groupsOfCommands(form, input.value, list.id) : [];
      const none = records && records.querySelector('.gx-finder__none');
      if (none) {
        none.hidden = groups.length > 0;
      }
      const parts = records ? [records] : [];
      if (records && shown === '') {
        narrow();
      }
      list.replaceChildren(...(input.value ? [...groups, ...parts] : [...parts, ...groups]));
      open(inPalette || options().length > 0 || Boolean(none));
      select(options().find((item) => item.id === before) || (inPalette && input.value ? options()[0] : null));
    };
    const show = (text, part) => {
      shown = text;
      records = part;
      part?.querySelectorAll('[id]').forEach((item) => {
        item.id = `${list.id}-${item.id}`;
      });
      draw();
      if (part && part.dataset.said) {
        document.getElementById('live').textContent = part.dataset.said;
      }
    };
    const ask = async () => {
      forget();
      const mine = new AbortController();
      asked = mine;
      const text = input.value;
      const address = new URL(form.action);
      address.searchParams.set('fragment', '1');
      address.searchParams.set('q', text);
      try {
        const answer = await fetch(address, { headers: { 'X-Requested-With': 'fetch' }, redirect: 'error', signal: mine.signal });
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (asked === mine) {
          show(text, page.querySelector('[data-found]'));
        }
      } catch (error) {
        if (asked === mine) {
          show(text, null);
        }
      }
    };
    /* What stands there stays until the new answer is here: a slow server makes nothing flicker. */
    const later = () => {
      forget();
      if (inPalette ? input.value : shown === '' && options().length) {
        draw();
      }
      timer = setTimeout(ask, input.value ? PAUSE : 0);
    };

    input.addEventListener('input', (event) => {
      if (!event.isComposing) {
        later();
      }
    });
    input.addEventListener('compositionend', later);
    input.addEventListener('focus', () => {
      if (inPalette || shown !== input.value || !options().length) {
        later();
      } else {
        open(true);
      }
    });
    input.addEventListener('keydown', (event) => {
      if (event.isComposing || event.keyCode === COMPOSING) {
        return;
      }
      const all = options();
      const at = all.indexOf(active());
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (all.length) {
          const step = event.key === 'ArrowDown' ? 1 : -1;
          open(true);
          select(all[(at + step + (at < 0 && step < 0 ? 1 : 0) + all.length) % all.length]);
        }
      } else if (event.key === 'Enter' && active() && (shown === input.value || !records?.contains(active()))) {
        event.preventDefault();
        if ((event.ctrlKey || event.metaKey) && active().href) {
          window.open(active().href, '_blank', 'noopener');
        } else {
          active().click();
        }
      } else if (event.key === 'Escape' && (inPalette || !list.hidden)) {
        event.preventDefault();
        forget();
        if (inPalette) {
          input.closest('dialog').close();
        } else {
          open(false);
        }
      } else if (event.key === 'Tab') {
        forget();
        open(inPalette);
      }
    });
    list.addEventListener('mousedown', (event) => event.preventDefault());
    if (!inPalette) {
      input.addEventListener('blur', () => {
        forget();
        open(false);
      });
    }
    form.addEventListener('submit', (event) => {
      forget();
      if (!input.value.trim()) {
        event.preventDefault();
      }
    });
  }
  document.querySelectorAll('[data-finder]').forEach(finder);

  /* ---- the palette ---- */
  const palette = document.getElementById('palette');
  if (palette) {
    document.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (palette.open) {
          palette.close();
        } else if (!document.querySelector('dialog[open]')) {
          const input = palette.querySelector('input');
          input.value = '';
          palette.querySelector('[role=listbox]').replaceChildren();
          palette.showModal();
          input.focus();
        }
      }
    });
    palette.addEventListener('click', (event) => {
      if (event.target === palette) {
        palette.close();
      }
    });
  }
})();
