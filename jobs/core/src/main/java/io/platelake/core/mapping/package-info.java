/** The mapping language of feeds and lists: the place of a field, and the meaning of its text. */
package io.platelake.core.mapping;
