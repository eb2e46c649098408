/** Where the roots of a lake are: its own, and that of its audits. */
package io.platelake.lake.root;
