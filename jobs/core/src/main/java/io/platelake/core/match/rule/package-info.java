/** What a read and a hot-list entry have in common, and whether that may become an alert. */
package io.platelake.core.match.rule;
