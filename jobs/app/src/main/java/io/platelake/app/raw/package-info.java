/** Raw files after landing: where they lie, when they must be gone, and that they are. */
package io.platelake.app.raw;
