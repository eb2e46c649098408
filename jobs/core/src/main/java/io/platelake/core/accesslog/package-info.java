/** The agency's own access log: what a row says, how rows are chained, and what breaks a chain. */
package io.platelake.core.accesslog;
