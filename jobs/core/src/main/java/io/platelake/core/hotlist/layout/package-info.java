/** Layouts of hot lists: where each field of an entry stands, read from YAML. */
package io.platelake.core.hotlist.layout;
