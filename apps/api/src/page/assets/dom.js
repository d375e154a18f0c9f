/** Makes an element; children that are strings become text nodes, so nothing a reading says can become markup. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map(String));
  return made;
}

export const byId = (id) => document.getElementById(id);
