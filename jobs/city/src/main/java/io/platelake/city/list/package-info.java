/** The hot list: its entries, its snapshot files and what reads match it. */
package io.platelake.city.list;
