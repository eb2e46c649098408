/** Holds as people write them: the keys of a hold file. */
package io.platelake.core.hold;
