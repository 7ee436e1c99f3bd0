/* The builder of filters: groups of conditions in groups, written as RSQL. */
window.gxFilters = (function () {
  'use strict';

  const { tools, post, el, icon, iconButton, select, dialog, lookup, go } = window.gxTools;
  const DEEPEST = 4;
  const quoted = (text) => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;

  function conditionOf(row, known) {
    return known.conditions.find((condition) => condition.value === row.condition) || known.conditions[0];
  }

  /* RSQL of a row; empty while its value is missing. */
  function written(row, fields) {
    const known = fields.get(row.field);
    if (!known) {
      return '';
    }
    const condition = conditionOf(row, known);
    const values = row.values.map((one) => one.value.trim()).filter((value) => value !== '');
    if (condition.takes === 'none') {
      return `${row.field}${condition.operator}true`;
    } else if (values.length === 0) {
      return '';
    } else if (condition.takes === 'many') {
      return `${row.field}${condition.operator}(${values.map(quoted).join(',')})`;
    }
    return row.field + condition.operator + quoted(condition.takes === 'prefix' ? `${values[0]}*` : values[0]);
  }

  /* RSQL of a group; groups in groups stand in brackets. */
  function rsql(group, fields) {
    const parts = group.parts.map((part) => {
      if (!part.parts) {
        return written(part, fields);
      }
      const inner = rsql(part, fields);
      return inner && part.parts.length > 1 ? `(${inner})` : inner;
    });
    return parts.filter((part) => part !== '').join(group.all ? ';' : ',');
  }

  function dayInput(row, words) {
    const value = row.values[0] ? row.values[0].value : '';
    const relative = /^today(?:([+-])(\d+))?$/.exec(value);
    let mode = relative ? (relative[1] === '+' ? 'ahead' : relative[1] === '-' ? 'ago' : 'today') : 'date';
    const place = el('span', { class: 'gx-row' });
    const keep = (text) => {
      row.values = text ? [{ value: text, label: text }] : [];
    };
    const show = () => {
      const choice = select(words.dayKind, ['date', 'today', 'ago', 'ahead'].map((kind) => ({ value: kind, label: words[`day.${kind}`] })), mode, (chosen) => {
        mode = chosen;
        keep(mode === 'today' ? 'today' : mode === 'ago' ? 'today-30' : mode === 'ahead' ? 'today+7' : '');
        show();
      });
      const now = row.values[0] ? row.values[0].value : '';
      const input = mode === 'date'
        ? el('input', { class: 'gx-input', type: 'date', value: now.slice(0, 10), 'aria-label': words.value, onchange: (e) => keep(e.target.value) })
        : mode === 'today' ? null
          : el('input', {
            class: 'gx-input gx-input--days', type: 'number', min: 1, max: 9999, value: now.replace(/\D/g, ''), 'aria-label': words.days,
            onchange: (e) => keep(`today${mode === 'ago' ? '-' : '+'}${e.target.value}`),
          });
      place.replaceChildren(...[choice, input].filter(Boolean));
    };
    show();
    return place;
  }

  function periodInput(row, known, words) {
    const value = row.values[0] ? row.values[0].value : '';
    const counted = /^(last|next)-(\d+)-days$/.exec(value);
    const place = el('span', { class: 'gx-row' });
    const items = [
      { value: 'last', label: words.lastDays }, { value: 'next', label: words.nextDays }, ...known.periods,
    ];
    const keep = (text) => {
      row.values = [{ value: text, label: text }];
    };
    const show = (chosen, days) => {
      const isCounted = chosen === 'last' || chosen === 'next';
      keep(isCounted ? `${chosen}-${days}-days` : chosen);
      place.replaceChildren(...[
        select(words.period, items, chosen, (next) => show(next, days)),
        isCounted ? el('input', {
          class: 'gx-input gx-input--days', type: 'number', min: 1, max: 9999, value: days, 'aria-label': words.days,
          onchange: (e) => keep(`${chosen}-${e.target.value || 1}-days`),
        }) : null,
      ].filter(Boolean));
    };
    show(counted ? counted[1] : value || 'last', counted ? counted[2] : '30');
    return place;
  }

  function manyInput(row, field, words, redraw) {
    if (field.editor === 'options' && field.options.length <= 12) {
      return el('div', { class: 'gx-checks', role: 'group', 'aria-label': words.value }, field.options.map((option) => el('label', { class: 'gx-check' },
        el('input', {
          type: 'checkbox', checked: row.values.some((one) => one.value === option.value),
          onchange: (e) => {
            row.values = row.values.filter((one) => one.value !== option.value);
            if (e.target.checked) {
              row.values.push(option);
            }
          },
        }), el('span', {}, option.label))));
    }
    const chips = row.values.map((one) => el('span', { class: 'gx-chip' }, el('span', { class: 'gx-chip__text' }, one.label),
      el('button', {
        type: 'button', 'aria-label': `${words.remove} ${one.label}`,
        onclick: () => {
          row.values = row.values.filter((other) => other !== one);
          redraw();
        },
      }, icon('pi-times'))));
    return el('div', { class: 'gx-many' }, chips, lookup(field, words.value, (item) => {
      if (!row.values.some((one) => one.value === item.value)) {
        row.values.push(item);
      }
      redraw(row);
    }, words));
  }

  function valueInput(row, field, condition, known, redraw) {
    const { words } = known;
    const first = row.values[0] ? row.values[0].value : '';
    const keep = (value) => {
      row.values = value === '' ? [] : [{ value, label: value }];
    };
    if (condition.takes === 'none') {
      return el('span', {});
    } else if (condition.takes === 'period') {
      return periodInput(row, known, words);
    } else if (condition.takes === 'many') {
      return manyInput(row, field, words, redraw);
    } else if (field.editor === 'date' || field.editor === 'moment') {
      return dayInput(row, words);
    } else if (field.editor === 'options') {
      if (!first) {
        keep(field.options[0].value);
      }
      return select(words.value, field.options, first, keep);
    }
    return el('input', {
      class: 'gx-input', type: field.editor === 'time' ? 'time' : 'text', inputmode: field.editor === 'number' ? 'decimal' : null, value: first, maxlength: 200,
      'aria-label': words.value, oninput: (e) => keep(e.target.value),
    });
  }

  /* The inputs of a group, which change it; "root" is drawn anew when the shape changes. */
  function editor(tree, known) {
    const fields = new Map(known.fields.map((field) => [field.name, field]));
    const { words } = known;
    const choices = known.fields.filter((field) => field.filterable)
      .map((field) => ({ value: field.name, label: field.label }))
      .sort((a, b) => a.label.localeCompare(b.label, document.documentElement.lang));
    const root = el('div', { class: 'gx-fbuild' });
    const newRow = () => {
      const field = fields.get(known.title).filterable ? known.title : choices[0].value;
      return { field, condition: fields.get(field).conditions[0].value, values: [] };
    };

    function rowOf(row, group) {
      const field = fields.get(row.field) || fields.get(choices[0].value);
      const condition = conditionOf(row, field);
      const trouble = el('p', { class: 'gx-err', 'data-trouble': row.field, hidden: true });
      return el('div', { class: 'gx-filterrow', 'data-field': row.field },
        select(words.field, choices, row.field, (name) => {
          Object.assign(row, { field: name, condition: fields.get(name).conditions[0].value, values: [] });
          draw(row);
        }),
        select(words.condition, field.conditions, condition.value, (name) => {
          const before = conditionOf(row, field).takes;
          row.condition = name;
          if (conditionOf(row, field).takes !== before) {
            row.values = [];
          }
          draw(row);
        }),
        el('div', { class: 'gx-grow' }, valueInput(row, field, condition, known, draw), trouble),
        iconButton('pi-trash', words.removeRow, () => {
          group.parts = group.parts.filter((part) => part !== row);
          draw();
        }));
    }

    function groupOf(group, depth, parent) {
      const add = el('div', { class: 'gx-row' },
        el('button', {
          class: 'gx-btn gx-btn--ghost gx-btn--s', type: 'button', 'data-add': 'row',
          onclick: () => {
            const row = newRow();
            group.parts.push(row);
            draw(row);
          },
        }, icon('pi-plus'), el('span', {}, words.addRow)),
        depth < DEEPEST ? el('button', {
          class: 'gx-btn gx-btn--ghost gx-btn--s', type: 'button', 'data-add': 'group',
          onclick: () => {
            group.parts.push({ all: !group.all, parts: [newRow(), newRow()] });
            draw();
          },
        }, icon('pi-clone'), el('span', {}, words.addGroup)) : null);
      return el('fieldset', { class: 'gx-fgroup' },
        el('legend', {}, el('span', { class: 'gx-vh' }, words.group)),
        el('div', { class: 'gx-fgroup__h' },
          select(words.match, [{ value: 'all', label: words.matchAll }, { value: 'any', label: words.matchAny }], group.all ? 'all' : 'any', (value) => {
            group.all = value === 'all';
          }),
          parent ? iconButton('pi-trash', words.removeGroup, () => {
            parent.parts = parent.parts.filter((part) => part !== group);
            draw();
          }) : null),
        group.parts.map((part) => (part.parts ? groupOf(part, depth + 1, group) : rowOf(part, group))),
        add);
    }

    const place = new Map();
    function draw(focused) {
      place.clear();
      root.replaceChildren(groupOf(tree, 1, null));
      if (focused) {
        const rows = [...root.querySelectorAll('.gx-filterrow')];
        const flat = [];
        (function walk(group) {
          group.parts.forEach((part) => (part.parts ? walk(part) : flat.push(part)));
        })(tree);
        const row = rows[flat.indexOf(focused)];
        (row && (row.querySelector('.gx-grow input, .gx-grow select') || row.querySelector('select')))?.focus();
      }
    }
    if (tree.parts.length === 0) {
      tree.parts.push(newRow());
    }
    draw();
    return { root, text: () => rsql(tree, fields) };
  }

  async function prepared() {
    const known = await tools();
    known.fields.filter((field) => field.editor === 'lookup').forEach((field) => {
      field.options = field.options || [];
      field.me = field.person ? { value: 'me', label: known.words.me } : null;
    });
    return known;
  }

  /* Asks the server whether it can serve the filter, and says at its row what is wrong. */
  async function checked(built) {
    const text = built.text();
    const wrong = await post('tools', { filter: text });
    if (!wrong.message) {
      return text;
    }
    const places = [...built.root.querySelectorAll('[data-trouble]')];
    const place = places.find((one) => one.dataset.trouble === wrong.field);
    if (!place) {
      const failure = new Error(wrong.message);
      failure.errors = [];
      throw failure;
    }
    place.textContent = wrong.message;
    place.hidden = false;
    return null;
  }

  async function open() {
    const known = await prepared();
    const built = editor(structuredClone(known.tree), known);
    await dialog(known.words.title, built.root, known.words.show, async () => {
      const text = await checked(built);
      if (text === null) {
        return false;
      }
      go({ filter: text });
      return true;
    });
    built.root.querySelector('.gx-filterrow .gx-grow input, .gx-filterrow select')?.focus();
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-filter]')) {
      open();
    }
  });

  return { editor, prepared, checked };
})();
