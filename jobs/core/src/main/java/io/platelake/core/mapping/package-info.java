/** Where a field stands in a record, and what its text means. */
package io.platelake.core.mapping;
