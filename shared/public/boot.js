// biome-ignore-all lint/suspicious/noVar: this file must parse on browsers older than `let`
// biome-ignore-all lint/complexity/useArrowFunction: nor do they know arrow functions
// biome-ignore-all lint/complexity/useOptionalChain: nor optional chaining
// biome-ignore-all lint/style/useTemplate: nor template literals
/**
 * Every page includes this classic ES5 script before its module. Where the module cannot start, it
 * says so in plain words instead of leaving an empty screen, and an unattended screen comes back by
 * itself once the hub answers. The module reports that it runs by setting
 * `document.documentElement.dataset.booted`. `data-chrome` on the tag: the oldest Chrome that will do.
 */
(function () {
  var tag = document.currentScript;
  var oldest = (tag && tag.getAttribute('data-chrome')) || '80';
  var PATIENCE_MS = 10000;
  var RETRY_MS = 3000;
  var shown = false;

  var WORDS = {
    old: {
      zh:
        '浏览器版本过低，无法显示本页面。请升级浏览器，或换一台设备（需 Chrome ' + oldest + ' 及以上版本）。',
      en:
        'This browser is too old to show this page. Please update it or use another device (Chrome ' +
        oldest +
        ' or newer).',
    },
    failed: {
      zh: '页面未能打开，正在重试，请稍候。如一直如此，请联系工作人员。',
      en: 'This page could not be opened. Trying again; please wait. If it stays like this, please tell the staff.',
    },
  };

  function booted() {
    return document.documentElement.hasAttribute('data-booted');
  }

  function show(words) {
    if (shown || booted()) return;
    shown = true;
    var box = document.createElement('div');
    box.setAttribute('role', 'alert');
    // Set through the DOM, which a content security policy allows; a style attribute it would not.
    box.style.cssText =
      'position:fixed;top:0;right:0;bottom:0;left:0;z-index:9999;overflow:auto;padding:12% 8%;' +
      'background:#fff;color:#1c2522;font:28px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;text-align:center';
    box.appendChild(paragraph('zh-CN', words.zh));
    box.appendChild(paragraph('en', words.en));
    document.body.appendChild(box);
  }

  function paragraph(language, text) {
    var line = document.createElement('p');
    line.lang = language;
    line.appendChild(document.createTextNode(text));
    return line;
  }

  /** Reloads only once the hub answers: a reload while it is away would end on the browser's own error page. */
  function retry() {
    var request = new XMLHttpRequest();
    request.open('GET', location.pathname, true);
    request.onload = function () {
      if (request.status === 200) location.reload();
      else setTimeout(retry, RETRY_MS);
    };
    request.onerror = function () {
      setTimeout(retry, RETRY_MS);
    };
    request.send();
  }

  function failed() {
    if (booted()) return;
    show(WORDS.failed);
    setTimeout(retry, RETRY_MS);
  }

  function whenReady(act) {
    if (document.body && document.readyState !== 'loading') act();
    else document.addEventListener('DOMContentLoaded', act);
  }

  if (!('noModule' in document.createElement('script'))) {
    whenReady(function () {
      show(WORDS.old);
    });
    return;
  }

  var syntaxUnknown = false;
  window.onerror = function (_message, _source, _line, _column, error) {
    if (booted() || !(error instanceof SyntaxError)) return;
    syntaxUnknown = true;
    whenReady(function () {
      show(WORDS.old);
    });
  };
  setTimeout(function () {
    if (!booted() && !syntaxUnknown) whenReady(failed);
  }, PATIENCE_MS);
})();
