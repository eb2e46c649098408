/** The place of a field in a record, and the meaning of its text. */
package io.platelake.core.mapping;
