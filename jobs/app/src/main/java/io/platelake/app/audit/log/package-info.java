/** Audits of the agency's own access log: checked, shown, and tokens tested against plates. */
package io.platelake.app.audit.log;
