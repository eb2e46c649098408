/** What a purge takes: the rule that judges the rows of one owner, purpose and date. */
package io.platelake.core.purge;
