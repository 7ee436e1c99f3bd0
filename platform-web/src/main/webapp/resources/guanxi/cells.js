/* Changing a value where it stands: a click, Enter or F2 opens a cell, Enter or Tab saves, Esc leaves it as it was. */
window.gxCells = (function () {
  'use strict';

  const { base, ask, read, send: post, el, lookup } = window.gxTools;
  const wide = matchMedia('(min-width: 641px)');
  let open = null;

  /* What is wrong with the value says more than that something is wrong with the record. */
  async function send(id, body) {
    try {
      return await post(`${base}/${id}/cell`, body);
    } catch (failure) {
      if (failure.errors.length > 0) {
        failure.message = failure.errors.map((error) => error.message).join(' ');
      }
      throw failure;
    }
  }

  const plainly = (value) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value ?? ''));

  const live = (text) => {
    document.getElementById('live').textContent = text;
  };

  /* A message at the foot of the page, with a way back where there is one. */
  function toast(text, undo, again) {
    document.querySelectorAll('[data-cell-toast]').forEach((old) => old.remove());
    const box = el('div', { class: 'gx-toasts', 'data-cell-toast': true }, el('div', { class: 'gx-toast', role: 'status' },
      el('span', {}, text),
      undo ? el('button', {
        class: 'gx-linkbtn', type: 'button', 'data-cell-undo': true,
        onclick: () => {
          box.remove();
          again();
        },
      }, undo) : null));
    document.body.append(box);
    setTimeout(() => box.remove(), 8000);
  }

  /* The row as the list shows it now. */
  async function redraw(row) {
    const address = new URL(location.href);
    address.searchParams.set('fragment', '1');
    address.searchParams.set('only', row.dataset.id);
    const answer = await ask(address);
    if (!answer.ok) {
      return row;
    }
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = part.querySelector('#rows tr');
    if (!fresh) {
      return row;
    }
    const box = row.querySelector('input[data-row]');
    if (box && box.checked) {
      fresh.querySelector('input[data-row]').checked = true;
      fresh.classList.add('is-selected');
    }
    row.replaceWith(fresh);
    roving();
    return fresh;
  }

  function select(items, value, label, empty) {
    return el('select', { class: 'gx-select', 'aria-label': label },
      empty ? el('option', { value: '' }, '') : null,
      items.map((item) => el('option', { value: item.value, selected: item.value === value }, item.label)));
  }

  /* The input for a kind of field: its element and what is in it. */
  function input(field, cell, save) {
    const { words } = cell;
    const plain = (type, more) => {
      const box = el('input', { class: 'gx-input', type, value: cell.value ?? '', 'aria-label': cell.label, maxlength: cell.length || null, ...more });
      return { root: box, focus: box, value: () => box.value };
    };
    switch (cell.type) {
      case 'LONG_TEXT': {
        const box = el('textarea', { class: 'gx-input', rows: 3, 'aria-label': cell.label }, cell.value ?? '');
        return { root: box, focus: box, value: () => box.value };
      }
      case 'BOOLEAN': {
        const box = select(cell.options, String(cell.value === true), cell.label, false);
        return { root: box, focus: box, value: () => box.value === 'true' };
      }
      case 'MONEY': {
        const amount = el('input', { class: 'gx-input gx-num', inputmode: 'decimal', value: cell.value ? cell.value.amount : '', 'aria-label': cell.label });
        const currency = select(cell.options, cell.value ? cell.value.currency : '', words.currency, true);
        return {
          root: el('span', { class: 'gx-row gx-celledit__money' }, amount, currency),
          focus: amount,
          value: () => (amount.value.trim() ? { amount: amount.value, currency: currency.value } : null),
        };
      }
      case 'DATE':
        return plain('date');
      case 'INSTANT':
        return plain('datetime-local', { value: (cell.value || '').slice(0, 16) });
      case 'TIME':
        return plain('time');
      case 'INTEGER':
      case 'DECIMAL':
      case 'PERCENT':
        return plain('text', { inputmode: 'decimal' });
      case 'REFERENCE':
      case 'MEMBER': {
        let chosen = cell.value ?? null;
        const shown = el('span', { class: 'gx-trunc' }, cell.shown || '');
        const clear = cell.required ? null : el('button', {
          class: 'gx-linkbtn', type: 'button', hidden: !chosen,
          onclick: () => {
            chosen = null;
            save();
          },
        }, words.clear);
        const look = lookup({ name: field }, cell.label, (item) => {
          chosen = item.value;
          save();
        }, words);
        return { root: el('div', { class: 'gx-celledit__look' }, el('span', { class: 'gx-row' }, shown, clear), look), focus: look.querySelector('input'), value: () => chosen };
      }
      case 'MULTI_CHOICE': {
        const boxes = cell.options.map((option) => el('input', { type: 'checkbox', value: option.value, checked: (cell.value || []).includes(option.value) }));
        return {
          root: el('div', { class: 'gx-checks gx-celledit__many', role: 'group', 'aria-label': cell.label },
            boxes.map((box, i) => el('label', { class: 'gx-check' }, box, el('span', {}, cell.options[i].label)))),
          focus: boxes[0],
          value: () => boxes.filter((box) => box.checked).map((box) => box.value),
        };
      }
      case 'TAGS': {
        const box = el('input', { class: 'gx-input', type: 'text', value: (cell.value || []).join(', '), 'aria-label': cell.label });
        return { root: box, focus: box, value: () => box.value.split(/[,，、]/).map((name) => name.trim()).filter(Boolean) };
      }
      default:
        if (cell.options) {
          const box = select(cell.options, cell.value, cell.label, !cell.required || !cell.value);
          return { root: box, focus: box, value: () => box.value };
        }
        return plain(cell.type === 'EMAIL' ? 'email' : cell.type === 'URL' ? 'url' : cell.type === 'PHONE' ? 'tel' : 'text');
    }
  }

  const cellsOf = (row) => [...row.querySelectorAll('td[data-edit]')];

  async function start(cell) {
    if (open || !wide.matches) {
      return;
    }
    const row = cell.closest('tr');
    const field = cell.dataset.edit;
    open = { cell, row };
    let told;
    try {
      told = await read(`${base}/${row.dataset.id}/cell?field=${encodeURIComponent(field)}`);
    } catch (failure) {
      open = null;
      toast(failure.message);
      return;
    }
    // The value on the page may be older than the one that is edited; the version that counts is what the row showed.
    const version = Number(row.dataset.version);
    const before = [...cell.childNodes];
    const wrong = el('div', { class: 'gx-celledit__err', role: 'alert', hidden: true });
    let done = false;
    const finish = (next) => {
      open = null;
      const now = next || cell;
      now.focus();
    };
    const cancel = () => {
      done = true;
      cell.classList.remove('is-editing');
      cell.replaceChildren(...before);
      finish();
    };
    const save = async (step) => {
      if (done) {
        return;
      }
      // A date of which a part is missing reads as empty, and must not empty the field.
      if (edited.focus.validity?.badInput) {
        wrong.textContent = told.words.incomplete;
        wrong.hidden = false;
        edited.focus.setAttribute('aria-invalid', 'true');
        edited.focus.focus();
        return;
      }
      const value = edited.value();
      if (plainly(value) === plainly(told.value ?? (told.type === 'TAGS' || told.type === 'MULTI_CHOICE' ? [] : told.type === 'BOOLEAN' ? false : ''))) {
        cancel();
        moveOn(cell, step);
        return;
      }
      done = true;
      wrong.hidden = true;
      try {
        const answer = await send(row.dataset.id, { field, value, version });
        const fresh = await redraw(row);
        open = null;
        const again = fresh.querySelector(`td[data-edit="${CSS.escape(field)}"]`);
        (again || fresh).focus();
        live(answer.said);
        toast(answer.said, answer.undo, () => undo(row.dataset.id, field, answer, told.words));
        moveOn(again, step);
      } catch (failure) {
        if (failure.code === 'record.stale') {
          const fresh = await redraw(row);
          open = null;
          fresh.querySelector(`td[data-edit="${CSS.escape(field)}"]`)?.focus();
          live(told.words.conflict);
          toast(told.words.conflict);
          return;
        }
        done = false;
        wrong.textContent = failure.message;
        wrong.hidden = false;
        edited.focus.setAttribute('aria-invalid', 'true');
        edited.focus.focus();
      }
    };
    const edited = input(field, told, () => save(0));
    const root = el('div', {
      class: 'gx-celledit',
      onkeydown: (event) => {
        event.stopPropagation();
        if (event.key === 'Escape') {
          event.preventDefault();
          cancel();
        } else if (event.key === 'Enter' && !(event.target.matches('textarea') && event.shiftKey)) {
          event.preventDefault();
          save(0);
        } else if (event.key === 'Tab') {
          const boxes = [...root.querySelectorAll('.gx-celledit__many input')];
          if (boxes[boxes.indexOf(event.target) + (event.shiftKey ? -1 : 1)]) {
            return;
          }
          event.preventDefault();
          save(event.shiftKey ? -1 : 1);
        }
      },
      onfocusout: (event) => {
        if (!done && event.relatedTarget && !root.contains(event.relatedTarget)) {
          save(0);
        }
      },
    }, edited.root, wrong);
    cell.classList.add('is-editing');
    cell.replaceChildren(root);
    edited.focus.focus();
    edited.focus.select?.();
  }

  function moveOn(cell, step) {
    if (!step || !cell) {
      return;
    }
    const all = [...document.querySelectorAll('td[data-edit]')];
    const next = all[all.indexOf(cell) + step];
    if (next) {
      start(next);
    }
  }

  async function undo(id, field, answer, words) {
    try {
      await send(id, { field, value: answer.before, version: answer.version });
      const row = document.querySelector(`tr[data-id="${CSS.escape(id)}"]`);
      if (row) {
        await redraw(row);
      }
      toast(words.undone);
    } catch (failure) {
      toast(failure.code === 'record.stale' ? words.undoConflict : failure.message);
    }
  }

  /* One cell is reached by Tab; arrows go on from it. */
  function roving() {
    const all = [...document.querySelectorAll('td[data-edit]')];
    if (wide.matches && all.length > 0 && !all.some((cell) => cell.tabIndex === 0)) {
      all[0].tabIndex = 0;
    }
  }

  document.addEventListener('click', (event) => {
    const cell = event.target.closest('td[data-edit]');
    if (open && !event.target.closest('.gx-celledit')) {
      open.cell.querySelector('.gx-celledit')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      return;
    }
    if (cell && !event.target.closest('a, button, input, select, textarea') && !String(getSelection())) {
      start(cell);
    }
  });
  document.addEventListener('keydown', (event) => {
    const cell = event.target.matches?.('td[data-edit]') ? event.target : null;
    if (!cell) {
      return;
    }
    const row = cell.closest('tr');
    const at = cellsOf(row).indexOf(cell);
    const beside = {
      ArrowRight: () => cellsOf(row)[at + 1],
      ArrowLeft: () => cellsOf(row)[at - 1],
      ArrowDown: () => row.nextElementSibling && cellsOf(row.nextElementSibling)[at],
      ArrowUp: () => row.previousElementSibling && cellsOf(row.previousElementSibling)[at],
    }[event.key];
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      start(cell);
    } else if (beside) {
      event.preventDefault();
      const next = beside();
      if (next) {
        cell.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      }
    }
  });
  document.addEventListener('focusin', (event) => {
    if (event.target.matches?.('td[data-edit]')) {
      event.target.classList.add('is-focused');
    }
  });
  document.addEventListener('focusout', (event) => {
    event.target.classList?.remove('is-focused');
  });
  roving();

  return { send, toast, live };
})();
