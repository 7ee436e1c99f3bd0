/* What the scripts of a list share: words and fields asked for when the first dialog opens, elements, dialogs and values. */
window.gxTools = (function () {
  'use strict';

  const base = location.pathname.replace(/\/$/, '');
  let asked = null;

  /* Fields, words, periods and the view; see ListTools. */
  const tools = () => {
    asked = asked || read(`${base}/tools${location.search}`);
    return asked;
  };

  async function answer(response) {
    const json = (response.headers.get('Content-Type') || '').startsWith('application/json') ? await response.json() : null;
    if (response.ok && json) {
      return json;
    }
    const failure = new Error(json ? json.message : unreachable());
    failure.code = json ? json.code : '';
    failure.errors = json ? json.errors || [] : [];
    throw failure;
  }

  const unreachable = () => document.querySelector('[data-failed]')?.dataset.failed || '';

  /* Without network, or with a session that has ended, there is no answer at all. */
  async function ask(address, options) {
    try {
      return await fetch(address, { redirect: 'error', ...options, headers: { 'X-Requested-With': 'fetch', ...(options || {}).headers } });
    } catch (failure) {
      throw Object.assign(new Error(unreachable()), { errors: [], cause: failure });
    }
  }

  const read = async (address) => answer(await ask(address));

  const send = async (address, body) => answer(await ask(address, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  }));

  const post = (path, body) => send(`${base}/${path}${location.search}`, body);

  /* An element with attributes, listeners (on…) and children. */
  function el(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes || {}).forEach(([key, value]) => {
      if (key.startsWith('on')) {
        element.addEventListener(key.slice(2), value);
      } else if (value === true) {
        element.setAttribute(key, '');
      } else if (value !== false && value !== null && value !== undefined) {
        element.setAttribute(key, value);
      }
    });
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  }

  const icon = (name) => el('i', { class: `pi ${name}`, 'aria-hidden': 'true' });

  function iconButton(name, label, onclick, more) {
    return el('button', {
      class: 'gx-btn gx-btn--ghost gx-btn--icon', type: 'button', 'aria-label': label, title: label, onclick, ...more,
    }, icon(name));
  }

  function select(label, items, value, onchange) {
    const box = el('select', { class: 'gx-select', 'aria-label': label },
      items.map((item) => el('option', { value: item.value, selected: item.value === value }, item.label)));
    box.addEventListener('change', () => onchange(box.value));
    return el('span', { class: 'gx-selectwrap' }, box);
  }

  /* A modal dialog; "done" says whether it may close. */
  async function dialog(title, body, doneLabel, done, foot) {
    const { words } = await tools();
    const id = `dialog-${Math.random().toString(36).slice(2)}`;
    const trouble = el('div', { class: 'gx-alert gx-alert--danger', role: 'alert', hidden: true });
    const box = el('dialog', { class: 'gx-dialog gx-dialog--l', 'aria-labelledby': id });
    const close = () => box.close();
    const apply = el('button', { class: 'gx-btn gx-btn--primary', type: 'submit' }, doneLabel);
    const form = el('form', {
      method: 'dialog',
      class: 'gx-dialog__form',
      onsubmit: async (event) => {
        event.preventDefault();
        apply.disabled = true;
        trouble.hidden = true;
        try {
          if (await done() !== false) {
            close();
          }
        } catch (failure) {
          trouble.textContent = failure.message + failure.errors.map((error) => ` ${error.message}`).join('');
          trouble.hidden = false;
        } finally {
          apply.disabled = false;
        }
      },
    },
    el('div', { class: 'gx-dialog__h' }, el('h2', { id }, title), iconButton('pi-times', words.close, close)),
    el('div', { class: 'gx-dialog__b gx-stack' }, trouble, body),
    el('div', { class: 'gx-dialog__f' }, el('span', { class: 'gx-grow' }, foot || ''),
      el('button', { class: 'gx-btn', type: 'button', onclick: close }, words.cancel), apply));
    box.append(form);
    box.addEventListener('close', () => box.remove());
    document.body.append(box);
    box.showModal();
    return box;
  }

  /* A text box that looks values up while one types. */
  function lookup(field, label, onpick, words) {
    const list = el('ul', { class: 'gx-menu gx-lookup__list', role: 'listbox', id: `look-${Math.random().toString(36).slice(2)}`, 'aria-label': label, hidden: true });
    const input = el('input', {
      class: 'gx-input', type: 'text', role: 'combobox', 'aria-label': label, 'aria-expanded': 'false',
      'aria-controls': list.id, 'aria-autocomplete': 'list', autocomplete: 'off', placeholder: words.look, maxlength: 200,
    });
    let items = [];
    let active = -1;
    let timer = 0;
    // The newest question counts: an answer that comes late must not open the list again over what is below.
    let asked = 0;
    const show = (open) => {
      list.hidden = !open;
      input.setAttribute('aria-expanded', String(open));
    };
    const mark = (index) => {
      active = index;
      [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
      input.setAttribute('aria-activedescendant', index < 0 ? '' : `${list.id}-${index}`);
    };
    const pick = (item) => {
      clearTimeout(timer);
      asked += 1;
      input.value = '';
      show(false);
      onpick(item);
    };
    const find = async () => {
      asked += 1;
      const question = asked;
      const found = await read(`${base}/choices?field=${encodeURIComponent(field.name)}&q=${encodeURIComponent(input.value)}`);
      if (question !== asked) {
        return;
      }
      items = field.me && !input.value ? [field.me, ...found.items] : found.items;
      list.replaceChildren(...items.map((item, i) => el('li', {
        id: `${list.id}-${i}`, role: 'option', class: 'gx-menu__item', 'aria-selected': 'false',
        onmousedown: (event) => {
          event.preventDefault();
          pick(item);
        },
      }, item.label)));
      mark(-1);
      show(items.length > 0 && document.activeElement === input);
    };
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(find, 150);
    });
    // Not by focus alone: after a choice the box has it again, and the list would cover what is below.
    input.addEventListener('click', find);
    input.addEventListener('blur', () => show(false));
    input.addEventListener('keydown', (event) => {
      if (list.hidden && event.key === 'ArrowDown') {
        event.preventDefault();
        find();
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        mark((active + step + items.length) % Math.max(1, items.length));
      } else if (event.key === 'Enter' && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();
        if (items[Math.max(0, active)]) {
          pick(items[Math.max(0, active)]);
        }
      } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();
        show(false);
      }
    });
    return el('div', { class: 'gx-lookup' }, input, list);
  }

  /* The list with other parameters in its address; null takes one away. */
  function go(parameters) {
    const address = new URL(location.href);
    address.searchParams.delete('cursor');
    Object.entries(parameters).forEach(([name, value]) => {
      if (value === null) {
        address.searchParams.delete(name);
      } else {
        address.searchParams.set(name, value);
      }
    });
    location.assign(address);
  }

  return { base, tools, ask, read, send, post, el, icon, iconButton, select, dialog, lookup, go };
})();
