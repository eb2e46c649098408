/** What to generate: days, cameras, feeds, shares of defects and output. */
package io.platelake.city.option;
