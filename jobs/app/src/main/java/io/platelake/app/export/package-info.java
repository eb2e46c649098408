/** Exports: what is out, whether it is unchanged, and whether it was destroyed in time. */
package io.platelake.app.export;
