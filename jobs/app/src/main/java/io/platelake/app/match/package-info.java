/**
 * Compares reads with the hot lists in force; a hit becomes an alert only where a policy says so.
 */
package io.platelake.app.match;
