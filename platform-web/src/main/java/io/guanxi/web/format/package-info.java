/** Values as people read them: by language, country and time zone. */
package io.guanxi.web.format;
