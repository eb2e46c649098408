/**
 * Access logs that vendors hand out: what is in a file, and two of them held against each other.
 */
package io.platelake.app.audit.vendor;
