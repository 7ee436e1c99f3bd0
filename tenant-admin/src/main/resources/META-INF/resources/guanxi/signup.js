/* The form about the company proposes what follows from what was entered; the progress page looks again by itself. */
(() => {
  const form = document.querySelector('[data-company]');
  if (form && form.elements.country) {
    const byCountry = JSON.parse(form.dataset.company);
    const { country, currency, zone, name, slug } = form.elements;
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const touched = new Set();
    [currency, zone, slug].forEach(field => field.addEventListener('change', () => touched.add(field)));
    const choose = (field, value) => {
      if (!touched.has(field) && [...field.options].some(option => option.value === value)) field.value = value;
    };
    country.addEventListener('change', () => {
      const [money, place] = byCountry[country.value];
      choose(currency, money);
      choose(zone, place);
    });
    // The zone that the browser knows beats the one guessed from its language.
    if (!document.querySelector('[aria-invalid="true"]')) choose(zone, own);
    if (slug.value) touched.add(slug);
    let waiting;
    name.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => propose(name.value), 300);
    });
    const propose = async text => {
      if (touched.has(slug) || !text.trim()) return;
      const token = new URLSearchParams(location.search).get('token');
      const answer = await fetch(`slug?token=${encodeURIComponent(token)}&name=${encodeURIComponent(text)}`);
      if (answer.ok && text === name.value && !touched.has(slug)) slug.value = (await answer.json()).slug;
    };
  }
  const look = async () => {
    const shown = document.querySelector('[data-progress]');
    if (!shown || !['working', 'waiting'].includes(shown.dataset.progress)) return;
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
      const now = page.querySelector('[data-progress]');
      if (now && now.innerHTML !== shown.innerHTML) shown.replaceWith(document.adoptNode(now));
    } catch (offline) {
      // The next look tells.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 700);
})();
