/** Explains the access decision for one person and request. */
package io.platelake.app.access;
