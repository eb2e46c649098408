/**
 * Access logs as vendors hand them out: layouts as data, what can be seen of a cell, and all their
 * damage.
 */
package io.platelake.core.vendorlog;
