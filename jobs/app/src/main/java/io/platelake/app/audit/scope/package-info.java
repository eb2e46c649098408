/** Whose searches an audit looks at, of which time, under which rules. */
package io.platelake.app.audit.scope;
