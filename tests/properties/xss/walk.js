// Runs within a page: what of it is a danger, as lines of "kind: what". Knows the elements that halfstar writes; every
// other one is a stranger. Put into the page from outside, as the text of a function.
(root) => {
  const known = new Set(("html head title meta link style script body a abbr article aside b blockquote br caption cite code data dd " +
    "details div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img kbd li main mark nav ol p pre q s section small " +
    "span strong sub summary sup table tbody td th thead time tr u ul " +
    // the site's own filter
    "button form fieldset input label legend option output search select").split(" "));
  const drawn = new Set("svg g path rect circle line polygon polyline ellipse text tspan use image symbol defs title desc a clipPath style pattern mask".split(" "));
  const carrying = "href src srcset action formaction xlink:href data poster background cite ping manifest longdesc codebase dynsrc lowsrc archive code".split(" ");
  const led_to = ["http:", "https:", "mailto:", "tel:"];
  const raster = /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$/;
  const faults = [];
  const fault = (kind, what) => faults.push(`${kind}: ${String(what).slice(0, 160)}`);
  const named = (element, attribute) => `<${element.localName} ${attribute.name}="${attribute.value}">`;

  const address = (element, attribute) => {
    const value = attribute.value;
    // \w: whatever the parser of addresses would pass over is gone before the scheme is read.
    const bare = value.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/g, "");
    const scheme = /^[^:/?#]*:/.exec(bare)?.[0].toLowerCase();
    if (/^[/\\]{2}/.test(bare)) return fault("address", named(element, attribute));
    if (scheme === "data:") {
      const shows = element.localName === "img" || element.localName === "image";
      return shows && raster.test(value) ? undefined : fault("address", named(element, attribute));
    }
    if (scheme && !led_to.includes(scheme)) return fault("address", named(element, attribute));
    const resolved = new URL(value, document.baseURI).protocol;
    if (![...led_to, "file:", "about:"].includes(resolved)) fault("address", named(element, attribute));
    const fetched = ["img", "image", "link", "script", "use"].includes(element.localName);
    const said = element.localName === "link" && /^(canonical|alternate|self)$/.test(element.getAttribute("rel") ?? "");
    const published = /^https:\/\/example\.org\/[^?#]*\/pictures\/[a-z0-9-]+\.jpg$/; // in a feed
    if (fetched && scheme && !said && !(element.localName === "img" && published.test(value))) fault("fetched", named(element, attribute));
  };

  const css = (text, where) => {
    const plain = text.replace(/\/\*[^]*?\*\//g, "").replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code) => String.fromCodePoint(parseInt(code, 16) || 0xfffd));
    // Strings may say what they like.
    const rules = plain.replace(/(url\(\s*)?("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/gi, (all, address) => (address ? all : '""'));
    if (/@import|expression\s*\(|behavior\s*:|-moz-binding|javascript:/i.test(rules)) fault("style", where);
    for (const match of rules.matchAll(/url\(\s*(["']?)([^)]*)/gi))
      if (!/^#|^data:(font|image)\/(?!svg)/.test(match[2])) fault("style", `${where} ${match[0]}`);
    if (/<\/?[a-z!]/i.test(plain)) fault("style", `${where}: markup in a sheet`);
  };

  const script = (element) => {
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml") return fault("script", element.outerHTML);
    const source = element.getAttribute("src");
    if (element.type === "application/ld+json" && source === null) {
      try {
        const walk = (value, key) => {
          if (typeof value === "string" && ["url", "sameAs", "image", "@id"].includes(key) && !/^(https?:\/\/|urn:)/.test(value)) fault("address", `JSON-LD ${key} ${value}`);
          if (value && typeof value === "object") for (const [name, each] of Object.entries(value)) walk(each, Array.isArray(value) ? key : name);
        };
        const data = JSON.parse(element.textContent);
        if (data["@context"] !== "https://schema.org") fault("script", "JSON-LD of another context");
        return walk(data, "");
      } catch (error) {
        return fault("script", `JSON-LD that is no JSON: ${error}`);
      }
    }
    // The site's own: a file beside the pages, without a word in it.
    if (/^(\.\.\/)*[a-z-]+\.js$/.test(source ?? "") && element.textContent === "") return undefined;
    fault("script", element.outerHTML);
  };

  const visit = (element) => {
    const name = element.localName;
    const is_svg = element.namespaceURI === "http://www.w3.org/2000/svg";
    if (is_svg ? !drawn.has(name) : element.namespaceURI !== "http://www.w3.org/1999/xhtml" || !known.has(name))
      fault("element", element.outerHTML);
    if (name === "script") script(element);
    if (name === "style") css(element.textContent, "<style>");
    if (name === "meta" && element.hasAttribute("http-equiv")) fault("meta", element.outerHTML);
    if (name === "form" && (element.hasAttribute("action") || element.hasAttribute("method") || element.hasAttribute("target"))) fault("form", element.outerHTML);
    if (name === "form" && !element.closest(".filter, search")) fault("form", element.outerHTML);
    for (const attribute of element.attributes) {
      const attributeName = attribute.name.toLowerCase();
      if (attributeName.startsWith("on")) fault("handler", named(element, attribute));
      if (attributeName === "srcdoc" || attributeName === "formaction" || attributeName === "is" || attributeName === "slot") fault("attribute", named(element, attribute));
      if (attributeName === "style") css(attribute.value, named(element, attribute));
      if (carrying.includes(attributeName)) address(element, attribute);
    }
    if (element.content instanceof DocumentFragment) for (const each of element.content.querySelectorAll("*")) visit(each);
    if (element.shadowRoot) for (const each of element.shadowRoot.querySelectorAll("*")) visit(each);
  };
  for (const element of document.querySelectorAll("*")) visit(element);
  const instructions = document.createNodeIterator(document, NodeFilter.SHOW_PROCESSING_INSTRUCTION);
  for (let node = instructions.nextNode(); node; node = instructions.nextNode()) fault("instruction", node.target);
  const broken = document.querySelector("parsererror");
  if (broken) fault("broken", broken.textContent);
  if (document.contentType === "text/html" && document.compatMode !== "CSS1Compat") fault("broken", "no document type");
  return faults;
}
