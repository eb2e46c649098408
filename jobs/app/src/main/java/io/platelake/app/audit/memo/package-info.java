/** The memorandum of an audit, with the source of every figure, as HTML and Markdown. */
package io.platelake.app.audit.memo;
