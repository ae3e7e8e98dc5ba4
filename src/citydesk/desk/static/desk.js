// Small comforts; every page works without this file.
"use strict";

// A link to a value opens it.
const openTarget = () => {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = named && named.closest("details");
  if (details) details.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();

// "/" leads to the search box, as on many sites.
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const search = document.getElementById("q");
  if (event.key !== "/" || typing || !search || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  search.focus();
});

// Printed, every value shows what stands behind it.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(".record details")) details.open = true;
});

// One button opens and closes all values of a record.
const how = document.getElementById("how");
if (how) {
  const button = document.createElement("button");
  const all = [...document.querySelectorAll(".record details")];
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Open all";
  button.addEventListener("click", () => {
    const open = all.some((details) => !details.open);
    for (const details of all) details.open = open;
    button.textContent = open ? "Close all" : "Open all";
  });
  how.append(" ", button);
}
