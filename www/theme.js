// Runs before the first paint, so that neither colours nor language change under the reader's eyes.
// An address's ?theme= and ?lang= win over what was stored; anything unknown is left to the system.
(function () {
  var stored = {};
  try {
    stored = JSON.parse(localStorage.getItem("iam-sandbox.preferences")) || {};
  } catch (_) {
    // Storage may be forbidden or spoilt: then there are no preferences.
  }
  var asked = new URLSearchParams(location.search);
  function choose(values, candidates) {
    return candidates.find(function (candidate) { return values.indexOf(candidate) >= 0; });
  }
  var theme = choose(["light", "dark"], [asked.get("theme"), stored.theme]);
  var language = choose(["en", "es"], [asked.get("lang"), stored.language]);
  if (theme) document.documentElement.dataset.theme = theme;
  if (language) document.documentElement.lang = language;
})();
