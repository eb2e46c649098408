/** Proves that what a plan lists is gone, and certifies it. */
package io.platelake.app.purge.verify;
