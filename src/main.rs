fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let mut files = vec![];
    for e in std::fs::read_dir(std::path::Path::new(&dir).join("province")).unwrap() {
        let p = e.unwrap().path();
        let n = p.file_name().unwrap().to_str().unwrap().to_owned();
        if std::env::args().nth(2).is_some_and(|f| !n.starts_with(&f)) { continue }
        files.push((n[..6].parse().unwrap(), n, std::fs::read_to_string(&p).unwrap()));
    }
    let nation = std::fs::read_to_string(std::path::Path::new(&dir).join("nation.ron")).unwrap();
    let book = match yidi::policy::Book::from_texts(("nation.ron", &nation), files) { Ok(b) => b, Err(e) => { println!("{e}"); return } };
    let f = yidi::policy::check(&book);
    for x in &f { println!("{}:{}: {:?} {:?}", x.file, x.line, x.figure, x.fault) }
    println!("{} findings", f.len());
}
