/* Runs before the first paint, so that neither theme nor rail jumps. */
(function () {
  'use strict';
  var root = document.documentElement;
  var dark = matchMedia('(prefers-color-scheme: dark)');
  var narrow = matchMedia('(max-width: 1200px)');
  var chosen = root.dataset.theme;
  var folded = root.dataset.rail;
  window.gxTheme = function (choice) {
    chosen = choice;
    apply();
  };
  window.gxRail = function (choice) {
    folded = choice;
    apply();
  };
  function apply() {
    root.dataset.theme = chosen || (dark.matches ? 'dark' : 'light');
    root.dataset.rail = narrow.matches ? 'folded' : folded;
  }
  dark.addEventListener('change', apply);
  narrow.addEventListener('change', apply);
  apply();
})();
