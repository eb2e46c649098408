/** How a file of records is written, and its records one after the other. */
package io.platelake.core.format;
