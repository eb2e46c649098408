/** List files as records, read strictly: a list that may be cut is refused. */
package io.platelake.core.hotlist.text;
