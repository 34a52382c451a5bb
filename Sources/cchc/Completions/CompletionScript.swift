/// A shell and its script, which asks the program itself for candidates.
enum CompletionScript: String, Sendable {
  case bash
  case zsh
  case fish

  var text: String {
    switch self {
    case .bash:
      #"""
      # cchc, bash: source <(cchc completions bash)
      _cchc() {
        local -a words=()
        local i n=0 joins= word meaning cut= value
        # bash parts words at "="; they are joined again.
        for ((i = 1; i <= COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if [[ $word == '=' && $n -gt 0 ]]; then
            words[n-1]+='='
            joins=1
          elif [[ $joins ]]; then
            words[n-1]+=$word
            joins=
          else
            words[n]=$word
            n=$((n + 1))
          fi
        done
        value=${words[n-1]}
        if [[ $value == --*=* ]]; then
          cut=${value%%=*}=
          value=${value#*=}
        fi
        COMPREPLY=()
        while IFS=$'\t' read -r word meaning; do
          case $word in
            :files | :folders)
              compopt -o filenames 2>/dev/null
              if [[ $word == :files ]]; then i=-f; else i=-d; fi
              while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$i" -- "$value")
              ;;
            *)
              word=${word#"$cut"}
              [[ $word == *[[:space:]\'\"\\\$\&\;\(\)\|\<\>\*\?]* ]] && printf -v word %q "$word"
              COMPREPLY+=("$word")
              ;;
          esac
        done < <("${COMP_WORDS[0]}" complete -- "${words[@]}" 2>/dev/null)
      }
      complete -F _cchc cchc

      """#
    case .zsh:
      #"""
      #compdef cchc
      # cchc, zsh: cchc completions zsh > ~/.zfunc/_cchc, with ~/.zfunc in $fpath
      _cchc() {
        local line
        local -a lines offered
        lines=("${(@f)$("${words[1]}" complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
        for line in $lines; do
          case $line in
            :files) _files; return ;;
            :folders) _files -/; return ;;
            *$'\t'*) offered+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
            *) offered+=("${line//:/\\:}") ;;
          esac
        done
        (( $#offered )) && _describe -V cchc offered -M 'm:{a-z}={A-Z}'
      }
      if [[ $funcstack[1] == _cchc ]]; then _cchc "$@"; else compdef _cchc cchc; fi

      """#
    case .fish:
      #"""
      # cchc, fish: cchc completions fish > ~/.config/fish/completions/cchc.fish
      function __cchc_complete
          set -l words (commandline -opc)
          set -l current (commandline -ct)
          for line in ($words[1] complete -- $words[2..] "$current" 2>/dev/null)
              switch $line
                  case :files
                      __fish_complete_path "$current"
                  case :folders
                      __fish_complete_directories "$current" ''
                  case '*'
                      echo $line
              end
          end
      end
      complete -c cchc -f -a '(__cchc_complete)'

      """#
    }
  }
}
