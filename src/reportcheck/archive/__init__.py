"""Many papers: what was asked for, one outcome a paper, and the folder that results are kept in."""
