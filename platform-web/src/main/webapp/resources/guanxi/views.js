/* Columns of a list and its views: choosing, saving, naming, colouring. */
(function () {
  'use strict';

  const { tools, post, el, icon, iconButton, select, dialog, go } = window.gxTools;
  const { editor, prepared, checked } = window.gxFilters;

  const act = async (body) => {
    location.assign((await post('views', body)).href);
  };

  /* ---- columns ---- */
  async function columns() {
    const known = await tools();
    const { words } = known;
    const labels = new Map(known.fields.map((field) => [field.name, field.label]));
    let chosen = known.columns.map((column) => ({ ...column }));
    const list = el('ul', { class: 'gx-cols', 'aria-label': words.columnsShown });
    const rest = el('ul', { class: 'gx-cols gx-cols--rest', 'aria-label': words.columnsHidden });
    const search = el('input', { class: 'gx-input', type: 'search', placeholder: words.columnsFind, 'aria-label': words.columnsFind, oninput: () => draw() });
    let dragged = null;

    function move(column, to) {
      const others = chosen.filter((one) => one !== column);
      others.splice(Math.max(1, Math.min(to, others.length)), 0, column);
      chosen = others;
      draw();
      list.querySelector(`[data-column="${CSS.escape(column.field)}"] [data-grip]`)?.focus();
      const region = document.getElementById('live');
      region.textContent = words.moved.replace('#', labels.get(column.field)).replace('%', chosen.indexOf(column) + 1);
    }

    function shown(column, index) {
      const fixed = column.field === known.title;
      const grip = el('button', {
        class: 'gx-btn gx-btn--ghost gx-btn--icon gx-grip', type: 'button', 'data-grip': true, disabled: fixed,
        'aria-label': `${words.move} ${labels.get(column.field)}`, title: words.moveHelp,
        onkeydown: (event) => {
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault();
            move(column, index + (event.key === 'ArrowUp' ? -1 : 1));
          }
        },
      }, icon('pi-bars'));
      return el('li', {
        class: 'gx-cols__i', 'data-column': column.field, draggable: fixed ? null : 'true',
        ondragstart: () => {
          dragged = column;
        },
        ondragover: (event) => event.preventDefault(),
        ondrop: (event) => {
          event.preventDefault();
          if (dragged && dragged !== column) {
            move(dragged, index);
          }
        },
      },
      grip, el('span', { class: 'gx-grow gx-trunc' }, labels.get(column.field)),
      el('input', {
        class: 'gx-input gx-cols__w', type: 'number', min: 60, max: 1200, step: 10, value: column.width || '', placeholder: words.auto,
        'aria-label': `${words.width} ${labels.get(column.field)}`,
        onchange: (event) => {
          column.width = Number(event.target.value) || 0;
        },
      }),
      iconButton('pi-times', `${words.hide} ${labels.get(column.field)}`, () => {
        chosen = chosen.filter((one) => one !== column);
        draw();
      }, { disabled: fixed }));
    }

    function draw() {
      list.replaceChildren(...chosen.map(shown));
      const typed = search.value.trim().toLowerCase();
      const names = new Set(chosen.map((column) => column.field));
      rest.replaceChildren(...known.fields
        .filter((field) => !names.has(field.name) && field.label.toLowerCase().includes(typed))
        .map((field) => el('li', {}, el('button', {
          class: 'gx-btn gx-btn--ghost gx-cols__add', type: 'button', 'data-show': field.name,
          onclick: () => {
            chosen.push({ field: field.name, width: 0 });
            draw();
          },
        }, icon('pi-plus'), el('span', {}, field.label)))));
    }
    draw();
    const body = el('div', { class: 'gx-colpick' },
      el('section', {}, el('h3', {}, words.columnsShown), list),
      el('section', {}, el('h3', {}, words.columnsHidden), search, rest));
    await dialog(words.columns, body, words.show, () => act({ action: 'columns', columns: chosen }),
      el('button', { class: 'gx-linkbtn', type: 'button', onclick: () => act({ action: 'columns', columns: [] }) }, words.columnsReset));
  }

  /* ---- saving a view: name, who sees it, colours ---- */
  async function viewDialog(create) {
    const known = await prepared();
    const { words, view } = known;
    const name = el('input', { class: 'gx-input', type: 'text', id: 'view-name', maxlength: 80, required: true, value: create && !view.saved ? '' : view.name });
    const shared = el('input', { type: 'checkbox', checked: !create && view.shared });
    const rules = view.colours.map((rule) => ({ colour: rule.colour, tree: structuredClone(rule.tree) }));
    const list = el('div', { class: 'gx-stack' });
    function draw() {
      list.replaceChildren(...rules.map((rule, i) => {
        rule.built = editor(rule.tree, known);
        const swatch = el('span', { class: `gx-swatch gx-tint--${rule.colour}`, 'aria-hidden': 'true' });
        return el('div', { class: 'gx-colourrule' },
          el('div', { class: 'gx-row' }, swatch, select(words.colour, known.colours, rule.colour, (colour) => {
            rule.colour = colour;
            swatch.className = `gx-swatch gx-tint--${colour}`;
          }), el('span', { class: 'gx-grow gx-subtle' }, words.colourWhen), iconButton('pi-trash', words.colourRemove, () => {
            rules.splice(i, 1);
            draw();
          })),
          rule.built.root);
      }), el('button', {
        class: 'gx-btn gx-btn--ghost gx-btn--s', type: 'button', 'data-add': 'colour', disabled: rules.length >= 10,
        onclick: () => {
          rules.push({ colour: 'red', tree: { all: true, parts: [] } });
          draw();
        },
      }, icon('pi-plus'), el('span', {}, words.colourAdd)));
    }
    draw();
    const body = el('div', { class: 'gx-stack' },
      el('div', { class: 'gx-field' }, el('label', { for: 'view-name' }, words.viewName), name),
      view.shareable ? el('label', { class: 'gx-check' }, shared, el('span', {}, words.viewShared)) : null,
      el('section', { class: 'gx-stack' }, el('h3', {}, words.colours), el('p', { class: 'gx-help' }, words.coloursHelp), list));
    await dialog(create ? words.viewNew : words.viewEdit, body, words.save, async () => {
      const colours = [];
      for (const rule of rules) {
        const filter = await checked(rule.built);
        if (filter === null) {
          return false;
        }
        if (filter) {
          colours.push({ colour: rule.colour, filter });
        }
      }
      await act({ action: create ? 'create' : 'save', name: name.value, shared: shared.checked, colours, version: create ? null : view.version });
      return true;
    });
    name.focus();
  }

  /* ---- grouping ---- */
  async function groups() {
    const known = await tools();
    const { words } = known;
    let chosen = known.view.groupBy;
    const items = [{ value: '', label: words.groupNone }, ...known.fields.filter((field) => field.groups).map((field) => ({ value: field.name, label: field.label }))];
    await dialog(words.groupTitle, select(words.groupTitle, items, chosen, (field) => {
      chosen = field;
    }), words.show, () => go({ group: chosen }));
  }

  const failed = (failure) => {
    const region = document.getElementById('live');
    region.textContent = failure.message;
    const alert = document.querySelector('[data-view-trouble]');
    alert.textContent = failure.message;
    alert.hidden = false;
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-view-act]');
    if (!button) {
      return;
    }
    button.closest('[popover]')?.hidePopover();
    const work = {
      columns,
      group: groups,
      create: () => viewDialog(true),
      edit: () => viewDialog(false),
      save: async () => act({ action: 'save', version: (await tools()).view.version }),
      delete: () => act({ action: 'delete' }),
      first: () => act({ action: 'first', first: true }),
      last: () => act({ action: 'first', first: false }),
    }[button.dataset.viewAct];
    work().catch(failed);
  });
})();
