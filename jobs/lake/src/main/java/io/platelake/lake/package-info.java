/** Tables and files: the only code that sees Delta, and that knows nothing of plates. */
package io.platelake.lake;
