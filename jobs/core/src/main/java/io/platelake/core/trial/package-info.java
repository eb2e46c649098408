/** What landing would do with the records of a feed, judged without a lake. */
package io.platelake.core.trial;
