// Looks a page over for what keeps people out; returns a sentence for each thing found. To be run in the page.
() => {
  const found = [];
  const seen = (element) => element.checkVisibility({ opacityProperty: false }) && !element.closest('[aria-hidden=true]');
  const describe = (element) => element.outerHTML.slice(0, 90);

  const name = (element) => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const label = element.labels ? [...element.labels].map((l) => l.textContent).join(' ') : '';
    const heading = element.querySelector(':scope > legend, :scope > caption')?.textContent ?? '';
    const content = element.matches('button, a, summary, th, [role=option]') ? spoken(element) : '';
    return (by.trim() || element.getAttribute('aria-label') || label || heading || content || element.title || '').trim();
  };
  const spoken = (element) =>
    [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : node.ariaHidden === 'true' ? '' : node.nodeType === Node.ELEMENT_NODE ? node.alt ?? spoken(node) : ''))
      .join('');

  for (const element of document.querySelectorAll('a, button, summary, input, fieldset, table, th, section, [role], [tabindex]')) {
    const named = !element.matches('[role=presentation], [role=status], [role=alert]');
    if (named && seen(element) && name(element) === '') {
      found.push(`no name: ${describe(element)}`);
    }
  }

  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => found.push(`id twice: ${id}`));
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant']) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      element.getAttribute(attribute).split(' ').filter((id) => !ids.includes(id)).forEach((id) => found.push(`${attribute} leads nowhere: ${id}`));
    }
  }

  if (!document.documentElement.lang || !document.title) found.push('no language or title');
  if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
  if (!document.querySelector('main') || !document.querySelector('header')) found.push('no landmarks');
  for (const image of document.images) {
    if (!image.hasAttribute('alt')) found.push(`no alt: ${describe(image)}`);
  }
  for (const table of document.querySelectorAll('table')) {
    const heads = table.tHead.rows[0].cells.length;
    if ([...table.tHead.rows[0].cells].some((cell) => cell.scope !== 'col')) found.push('a column head without scope');
    for (const row of table.tBodies[0].rows) {
      if (row.cells.length !== heads || row.cells[0].scope !== 'row') found.push(`a row that is none: ${describe(row)}`);
    }
  }
  for (const element of document.querySelectorAll('[tabindex]')) {
    if (element.tabIndex > 0) found.push(`an order of its own: ${describe(element)}`);
  }
  for (const element of document.querySelectorAll('a, button, summary, input:not([type=radio])')) {
    const { width, height } = element.getBoundingClientRect();
    // WCAG 2.2, 2.5.8: 24 by 24; a link that is off the page until it has the focus is measured as it is then.
    if (seen(element) && (width < 24 || height < 20)) found.push(`small: ${describe(element)} ${width}×${height}`);
  }

  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const over = ([r, g, b, a = 1], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
  const luminance = (rgb) =>
    rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => (element ? over(channels(getComputedStyle(element).backgroundColor), ground(element.parentElement)) : [255, 255, 255]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let texts = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !seen(element) || element.closest('script, template, noscript, .unseen')) continue;
    texts++;
    const style = getComputedStyle(element);
    const beneath = ground(element);
    const pair = [luminance(over(channels(style.color), beneath)), luminance(beneath)].sort((a, b) => b - a);
    const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (contrast < 4.5) found.push(`contrast ${contrast.toFixed(2)}: ${describe(element)}`);
  }
  if (texts < 80) found.push(`only ${texts} texts were looked at`);
  return found;
}
