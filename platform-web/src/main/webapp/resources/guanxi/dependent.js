/* Offers only those choices that go with what is chosen in the field that they depend on. */
(() => {
  'use strict';

  function offers(box, choice) {
    const control = document.getElementById(`form:${box.dataset.dependsOn}`);
    if (!control) {
      // The deciding field is not on this page: the server judges.
      return true;
    }
    const offered = JSON.parse(box.dataset.offered);
    return control.value !== '' && (!offered[control.value] || offered[control.value].includes(choice));
  }

  function apply(box) {
    box.querySelectorAll('select option').forEach((option) => {
      const fits = option.value === '' || offers(box, option.value);
      option.hidden = !fits;
      option.disabled = !fits;
      if (!fits && option.selected) {
        const select = option.closest('select');
        select.value = '';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    box.querySelectorAll('input[type=checkbox]').forEach((check) => {
      const fits = offers(box, check.value);
      check.disabled = !fits;
      check.checked = check.checked && fits;
      check.closest('li').hidden = !fits;
    });
  }

  const all = () => document.querySelectorAll('[data-depends-on]:not([data-depends-on=""])').forEach(apply);

  document.addEventListener('change', (event) => {
    if (event.target.id && event.target.id.startsWith('form:')) {
      const key = CSS.escape(event.target.id.slice('form:'.length));
      document.querySelectorAll(`[data-depends-on="${key}"]`).forEach(apply);
    }
  });
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', all);
  }
  all();
})();
