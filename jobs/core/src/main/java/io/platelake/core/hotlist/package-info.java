/**
 * Hot lists: what a list looks like, which of its entries a policy accepts, and when it may be
 * used.
 */
package io.platelake.core.hotlist;
