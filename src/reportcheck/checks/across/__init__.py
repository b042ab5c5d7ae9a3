"""Rules across papers: what two papers or more of one body say of one thing. `relations(papers, params)` takes all
papers of a body, in order of their days, and yields each relation with the number of the paper that it is told in."""
