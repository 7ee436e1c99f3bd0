/* The editor of rules: proposals as one types, mistakes at their character, and a place to try the rule. */
(function () {
  'use strict';

  const WAIT_PROPOSALS = 120;
  const WAIT_CHECK = 350;
  /* Widest list of proposals in pixels, as the style sheet has it. */
  const POPUP = 420;

  const make = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) {
      node.className = className;
    }
    if (text) {
      node.textContent = text;
    }
    return node;
  };
  const later = (work, wait) => {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(work, wait);
    };
  };

  /* ---- a list that opens under an input and is walked with the arrow keys ---- */
  const popup = (input, list, choose) => {
    let items = [];
    let at = -1;
    const close = () => {
      list.hidden = true;
      at = -1;
      input.removeAttribute('aria-activedescendant');
    };
    const mark = (index) => {
      at = index;
      [...list.children].forEach((row, i) => {
        row.setAttribute('aria-selected', String(i === at));
        if (i === at) {
          row.scrollIntoView({ block: 'nearest' });
          input.setAttribute('aria-activedescendant', row.id);
        }
      });
    };
    const open = (found, write) => {
      items = found;
      list.replaceChildren(...found.map((item, i) => {
        const row = make('li', 'ta-pop__row');
        row.id = `${list.id}-${i}`;
        row.setAttribute('role', 'option');
        row.setAttribute('aria-selected', 'false');
        write(row, item);
        row.addEventListener('mousedown', (event) => {
          event.preventDefault();
          choose(items[i]);
          close();
        });
        return row;
      }));
      list.hidden = found.length === 0;
      if (found.length > 0) {
        mark(0);
      }
    };
    input.addEventListener('keydown', (event) => {
      if (list.hidden) {
        return;
      }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        mark((at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length);
      } else if ((event.key === 'Enter' || event.key === 'Tab') && at >= 0) {
        event.preventDefault();
        choose(items[at]);
        close();
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        close();
      }
    });
    input.addEventListener('blur', close);
    return { open, close };
  };

  const start = (editor) => {
    const source = editor.querySelector('textarea');
    const marks = editor.querySelector('[data-rule-marks]');
    const list = editor.querySelector('[data-rule-proposals]');
    const problems = editor.querySelector('[data-rule-problems]');
    const said = editor.querySelector('[data-rule-said]');
    const result = () => (document.getElementById(editor.dataset.resultInput) || {}).value || '';
    const trial = document.querySelector('[data-rule-try]');
    const inputs = trial.querySelector('[data-rule-inputs]');
    const verdict = trial.querySelector('[data-rule-result]');
    let asked = 0;
    let found = [];

    const ask = async (action, more) => {
      const body = new URLSearchParams({ action, object: editor.dataset.object, result: result(), source: source.value, ...more });
      const answer = await fetch(editor.dataset.ruleEditor, {
        method: 'POST', body, headers: { 'X-Requested-With': 'fetch' }, redirect: 'error',
      });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      return answer.json();
    };
    const quietly = (promise) => promise.catch(() => {
      verdict.textContent = document.body.dataset.failed || '';
    });

    /* The text again behind the input, to underline what is wrong and to find where the cursor is. */
    const draw = (cursor) => {
      const text = source.value;
      const ends = [...found].sort((a, b) => a.offset - b.offset);
      const parts = [];
      let from = 0;
      ends.forEach((problem) => {
        const to = Math.min(text.length, problem.offset + Math.max(1, problem.length));
        if (problem.offset >= from && to > problem.offset) {
          parts.push(document.createTextNode(text.slice(from, problem.offset)));
          parts.push(make('mark', 'ta-wrong', text.slice(problem.offset, to)));
          from = to;
        }
      });
      parts.push(document.createTextNode(`${text.slice(from)}\n`));
      marks.replaceChildren(...parts);
      marks.scrollTop = source.scrollTop;
      if (cursor === undefined) {
        return null;
      }
      const measure = make('pre', marks.className);
      measure.append(text.slice(0, cursor));
      const caret = make('span', '', '\u200b');
      measure.append(caret, text.slice(cursor));
      marks.after(measure);
      const place = { left: caret.offsetLeft, top: caret.offsetTop + caret.offsetHeight - source.scrollTop };
      measure.remove();
      return place;
    };

    const proposals = popup(source, list, (proposal) => {
      source.setRangeText(proposal.insert, proposal.from, proposal.to, 'end');
      source.dispatchEvent(new Event('input', { bubbles: true }));
      source.focus();
    });
    const propose = async (always) => {
      const mine = asked += 1;
      const cursor = source.selectionStart;
      const before = source.value.slice(0, cursor);
      if (!always && !/[\p{L}\p{N}_.'"]$/u.test(before) && !/(==|!=)\s*$/.test(before)) {
        proposals.close();
        return;
      }
      const answer = await ask('complete', { cursor });
      if (mine !== asked || document.activeElement !== source) {
        return;
      }
      const word = before.match(/[\p{L}\p{N}_]*$/u)[0];
      const some = answer.proposals.filter((one) => one.insert !== word);
      const place = draw(cursor);
      list.style.setProperty('--ta-left', `${Math.max(0, Math.min(place.left, source.offsetWidth - Math.min(POPUP, source.offsetWidth)))}px`);
      list.style.setProperty('--ta-top', `${place.top + 4}px`);
      proposals.open(some, (row, one) => {
        row.append(make('code', '', one.insert), make('span', 'ta-pop__label', one.label === one.insert ? '' : one.label));
        row.append(make('span', 'ta-pop__detail', one.description || one.detail));
      });
    };

    const show = (list) => {
      found = list;
      draw();
      source.setAttribute('aria-invalid', String(list.length > 0));
      problems.replaceChildren(...list.map((problem) => {
        const row = make('li', 'gx-err');
        const go = make('button', 'ta-place', `${problem.line}:${problem.column}`);
        go.type = 'button';
        go.setAttribute('aria-label', editor.dataset.place.replace('{0}', problem.line).replace('{1}', problem.column));
        go.addEventListener('click', () => {
          source.focus();
          source.setSelectionRange(problem.offset, problem.offset + problem.length);
        });
        row.append(go, make('span', '', problem.message));
        return row;
      }));
    };

    const input = (read) => {
      const box = make('div', 'gx-field');
      const id = `try-${read.path.replace(/\W/g, '_')}`;
      const label = make('label', '', read.old ? trial.dataset.old.replace('{0}', read.label) : read.label);
      label.htmlFor = id;
      const choices = read.type === 'BOOLEAN' ? { true: trial.dataset.yes, false: trial.dataset.no } : read.options;
      const value = make(Object.keys(choices).length ? 'select' : 'input', Object.keys(choices).length ? 'gx-select' : 'gx-input');
      if (value.tagName === 'SELECT') {
        value.append(new Option('', ''));
        Object.entries(choices).forEach(([key, text]) => value.append(new Option(text, key)));
      } else {
        value.type = read.type === 'DATE' ? 'date' : 'text';
        value.placeholder = { MONEY: '100.00 EUR', INSTANT: '2026-10-27T02:30:00Z' }[read.type] || '';
      }
      value.id = id;
      value.dataset.path = read.path;
      const wrap = make('span', value.tagName === 'SELECT' ? 'gx-selectwrap' : '');
      wrap.append(value);
      box.append(label, wrap);
      return box;
    };
    const typed = () => Object.fromEntries([...inputs.querySelectorAll('[data-path]')].map((i) => [i.dataset.path, i.value]));
    const fill = (values) => inputs.querySelectorAll('[data-path]').forEach((i) => {
      i.value = values[i.dataset.path] || '';
    });
    let record = '';
    let reads = '';
    const check = async () => {
      if (!source.value.trim()) {
        show([]);
        return;
      }
      const written = source.value;
      const answer = await ask('check', {});
      if (written !== source.value) {
        return;
      }
      said.replaceChildren();
      show(answer.problems || []);
      const wanted = JSON.stringify(answer.reads);
      if (answer.problems.length === 0 && wanted !== reads) {
        const kept = typed();
        reads = wanted;
        inputs.replaceChildren(...answer.reads.map(input));
        fill(kept);
        if (record) {
          fill((await ask('record', { record })).values || {});
        }
      }
    };

    const proposeSoon = later(() => quietly(propose(false)), WAIT_PROPOSALS);
    const checkSoon = later(() => quietly(check()), WAIT_CHECK);
    source.addEventListener('input', () => {
      draw();
      verdict.replaceChildren();
      proposeSoon();
      checkSoon();
    });
    source.addEventListener('scroll', () => {
      marks.scrollTop = source.scrollTop;
    });
    source.addEventListener('keydown', (event) => {
      if (event.key === ' ' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        quietly(propose(true));
      }
    });

    /* ---- trying it ---- */
    const search = trial.querySelector('[data-rule-record]');
    const records = popup(search, trial.querySelector('[data-rule-records]'), (item) => {
      record = item.id;
      search.value = item.label;
      quietly(ask('record', { record }).then((answer) => fill(answer.values || {})));
    });
    const searchSoon = later(() => quietly(ask('records', { text: search.value }).then((answer) => {
      if (document.activeElement === search) {
        records.open(answer.items || [], (row, item) => row.append(item.label));
      }
    })), WAIT_PROPOSALS);
    search.addEventListener('input', () => {
      record = '';
      searchSoon();
    });
    search.addEventListener('focus', searchSoon);
    const message = () => {
      const said = ['english', 'chinese'].map((id) => (document.getElementById(id) || {}).value || '');
      return document.documentElement.lang.startsWith('zh') ? said[1] || said[0] : said[0] || said[1];
    };
    const run = async () => {
      await check();
      const values = Object.fromEntries(Object.entries(typed()).map(([path, value]) => [`value:${path}`, value]));
      const answer = await ask('try', values);
      const state = answer.problems ? 'wrong' : answer.failure ? 'failure' : result() ? 'value' : answer.holds ? 'holds' : 'fails';
      const good = state === 'holds' || state === 'value';
      const badge = make('span', `gx-badge ${good ? 'gx-badge--green' : 'gx-badge--red'}`, trial.dataset[state]);
      const text = { failure: answer.failure, value: answer.value || trial.dataset.empty, fails: message() }[state] || '';
      verdict.replaceChildren(badge, make('span', '', text));
    };
    trial.querySelector('[data-rule-run]').addEventListener('click', () => quietly(run()));
    trial.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target.closest('[data-rule-inputs]')) {
        event.preventDefault();
        quietly(run());
      }
    });
    const kind = document.getElementById(editor.dataset.resultInput);
    if (kind) {
      kind.addEventListener('change', checkSoon);
    }
    draw();
    checkSoon();
  };

  document.querySelectorAll('[data-rule-editor]').forEach(start);
})();
