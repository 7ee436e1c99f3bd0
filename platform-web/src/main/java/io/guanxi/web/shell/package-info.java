/** The frame around every page: addresses, rail, top bar, language, theme, assets and response headers. */
package io.guanxi.web.shell;
