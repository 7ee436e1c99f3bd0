/* Parts of a list that load when they come into sight: groups, columns of a board; and moving its cards. */
(function () {
  'use strict';

  const { ask, el, tools, dialog, read } = window.gxTools;
  const { send, toast, live } = window.gxCells;

  /* ---- a group's records, a page at a time ---- */
  async function load(link) {
    if (link.getAttribute('aria-busy') === 'true') {
      return;
    }
    link.setAttribute('aria-busy', 'true');
    const address = new URL(link.href);
    address.searchParams.set('fragment', '1');
    const answer = await ask(address).catch((failure) => failure);
    if (!answer.ok) {
      link.removeAttribute('aria-busy');
      toast(answer.message || document.querySelector('[data-failed]').dataset.failed);
      return;
    }
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const holder = link.closest('[data-part-holder]');
    holder.before(...(part.querySelector('#rows') || part.createElement('ul')).children);
    const next = part.querySelector('[data-more]');
    if (next) {
      link.href = next.getAttribute('href');
      link.textContent = next.textContent;
      link.removeAttribute('aria-busy');
      near.observe(link);
    } else {
      holder.remove();
    }
    document.dispatchEvent(new CustomEvent('gx-rows'));
  }
  const near = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach((one) => {
    near.unobserve(one.target);
    load(one.target);
  }), { rootMargin: '300px' });
  document.querySelectorAll('a[data-part]').forEach((link) => near.observe(link));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-part]');
    const toggle = event.target.closest('[data-group-toggle]');
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      load(link);
    }
    if (toggle) {
      const rows = document.getElementById(toggle.getAttribute('aria-controls'));
      rows.hidden = !rows.hidden;
      toggle.setAttribute('aria-expanded', String(!rows.hidden));
    }
  });

  /* ---- moving a card to another column, or a record to another day ---- */
  const holderOf = (card) => card.closest('[data-drop]');
  let dragged = null;

  async function heads() {
    const answer = await ask(location.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelectorAll('[data-head]').forEach((head) => {
      const now = fresh.querySelector(`[data-head="${CSS.escape(head.dataset.head)}"]`);
      if (now) {
        head.replaceWith(now);
      }
    });
  }

  function place(card, holder) {
    const list = holder.querySelector('[data-drop-list]') || holder;
    list.prepend(card);
  }

  async function move(card, holder) {
    const from = holderOf(card);
    if (!holder || holder === from) {
      return;
    }
    const board = holder.closest('[data-board]');
    const field = board.dataset.board;
    const day = holder.dataset.drop;
    const value = card.dataset.time ? `${day}T${card.dataset.time}` : day;
    place(card, holder);
    card.classList.add('is-busy');
    try {
      const answer = await send(card.dataset.id, { field, value, version: Number(card.dataset.version) });
      card.dataset.version = answer.version;
      card.dataset.in = day;
      live(board.dataset.moved.replace('#', card.dataset.title || card.querySelector('a').textContent).replace('%', holder.dataset.label));
      toast(answer.said, answer.undo, async () => {
        try {
          const back = await send(card.dataset.id, { field, value: answer.before, version: answer.version });
          card.dataset.version = back.version;
          place(card, from);
          heads();
        } catch (failure) {
          toast(failure.message);
        }
      });
      card.querySelector('a').focus();
    } catch (failure) {
      place(card, from);
      if (failure.code === 'record.stale') {
        await again(card, board);
        toast(board.dataset.conflict);
      } else {
        toast(failure.message);
      }
    } finally {
      card.classList.remove('is-busy');
    }
    heads();
  }

  /* Somebody else was faster: the card goes where they have put it. */
  async function again(card, board) {
    const cell = await read(`${window.gxTools.base}/${card.dataset.id}/cell?field=${encodeURIComponent(board.dataset.board)}`);
    card.dataset.version = cell.version;
    const value = cell.value === null ? '' : String(cell.value);
    const holder = [...board.querySelectorAll('[data-drop]')].find((one) => one.dataset.drop === value || one.dataset.drop === value.slice(0, 10));
    if (holder) {
      place(card, holder);
    } else {
      card.remove();
    }
  }

  document.addEventListener('dragstart', (event) => {
    dragged = event.target.closest?.('[data-id][draggable="true"]');
    if (dragged) {
      dragged.classList.add('is-drag');
      event.dataTransfer.effectAllowed = 'move';
    }
  });
  document.addEventListener('dragend', () => {
    document.querySelectorAll('.is-over').forEach((one) => one.classList.remove('is-over'));
    dragged?.classList.remove('is-drag');
    dragged = null;
  });
  document.addEventListener('dragover', (event) => {
    const holder = dragged && event.target.closest('[data-drop]');
    if (holder) {
      event.preventDefault();
      document.querySelectorAll('.is-over').forEach((one) => one !== holder && one.classList.remove('is-over'));
      holder.classList.add('is-over');
    }
  });
  document.addEventListener('drop', (event) => {
    const holder = dragged && event.target.closest('[data-drop]');
    if (holder) {
      event.preventDefault();
      move(dragged, holder);
    }
  });

  /* The keyboard's way: a dialog with the columns, or with a day. */
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-move]');
    if (!button) {
      return;
    }
    const card = button.closest('[data-id]');
    const board = card.closest('[data-board]');
    const { words } = await tools();
    const holders = [...board.querySelectorAll('[data-drop]')];
    let chosen = holderOf(card);
    const name = `move-${card.dataset.id}`;
    const body = board.dataset.kind === 'calendar'
      ? el('input', {
        class: 'gx-input', type: 'date', value: chosen.dataset.drop, 'aria-label': words.moveTo,
        onchange: (e) => {
          chosen = holders.find((one) => one.dataset.drop === e.target.value) || chosen;
        },
      })
      : el('div', { class: 'gx-stack', role: 'radiogroup', 'aria-label': words.moveTo }, holders.map((one) => el('label', { class: 'gx-check' },
        el('input', {
          type: 'radio', name, checked: one === chosen, autofocus: one === chosen,
          onchange: () => {
            chosen = one;
          },
        }), el('span', {}, one.dataset.label))));
    await dialog(words.moveTo, body, words.moveDo, async () => {
      move(card, chosen);
    });
  });
})();
