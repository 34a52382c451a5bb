"""Counts a list of case files with DuckDB: LIST case_agencies.csv OUT.csv

Only the columns that are needed are parsed, dates in their one format, types given, so that nothing is guessed; rows
come in any order.
"""

import sys

import duckdb

LIST, AGENCIES, OUT = sys.argv[1:]
QUERY = """
COPY (
  SELECT agency, n.* FROM (
    SELECT
      m."mã cơ quan" AS agency,
      count(tra) AS resolved,
      count(*) FILTER (tra <= hen) AS in_time,
      count(*) FILTER (hen <= DATE '2025-12-31') AS due,
      count(*) FILTER (hen <= DATE '2025-12-31' AND tt = 'Đang xử lý') AS due_open,
      count(*) FILTER (hen - tra >= 3) AS early,
      count(*) AS received,
      count(*) FILTER (kenh = 'Trực tuyến') AS online,
      count(*) FILTER (sohoa = 'Có') AS digital,
      count(*) FILTER (phi > 0) AS paid,
      count(*) FILTER (phi > 0 AND thanhtoan = 'Có') AS paid_online
    FROM read_csv(?, header = false, skip = 1, delim = ',', quote = '"', dateformat = '%d/%m/%Y', columns = {
      'ma': 'VARCHAR', 'tthc': 'VARCHAR', 'don_vi': 'VARCHAR', 'kenh': 'VARCHAR', 'nhan': 'VARCHAR', 'hen': 'DATE',
      'tra': 'DATE', 'tt': 'VARCHAR', 'sohoa': 'VARCHAR', 'thanhtoan': 'VARCHAR', 'phi': 'BIGINT'})
    JOIN read_csv(?, header = true, all_varchar = true) m ON m."cách ghi" = don_vi
    WHERE m."mã cơ quan" IS NOT NULL
    GROUP BY 1)
  , LATERAL (VALUES
    ('1.1', 'a', resolved), ('1.1', 'b', in_time), ('1.2', 'a', due), ('1.2', 'q', due_open), ('1.3', 'a', resolved),
    ('1.3', 'n', early), ('2.1', 'a', received), ('2.1', 'b', online), ('2.2', 'a', received), ('2.2', 's', digital),
    ('2.3', 'a', paid), ('2.3', 'b', paid_online)) n(criterion, input, value)
  ORDER BY agency, criterion, input)
TO '$OUT' (HEADER)
"""

connection = duckdb.connect()
connection.execute("SET preserve_insertion_order = false")
connection.execute(QUERY.replace("$OUT", OUT.replace("'", "''")), [LIST, AGENCIES])
