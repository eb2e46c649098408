/** Requests to search stored reads: what a file of them says, read strictly. */
package io.platelake.core.search;
