export {};

// «/» leads to the search from anywhere but a field where it is a sign like others.
document.addEventListener("keydown", (event) => {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (key !== "/" || ctrlKey || metaKey || altKey) return;
  if (target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]"))
    return;
  const field = document.querySelector<HTMLInputElement>("search-field input, #catalogue-q");
  event.preventDefault();
  if (field) field.focus();
  else document.querySelector<HTMLElement>("a[data-search]")?.click();
});
