/** Raw files after landing: their places, their limits, and their removal. */
package io.platelake.app.raw;
